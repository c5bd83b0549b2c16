/**
 * The Model Context Protocol: what assistants can call, read and be prompted with, and the protocol that they do it in.
 *
 * <p>
 * Speaks JSON-RPC over lines of a stream; for HTTP it hands a reply to whoever received the request. Nothing is
 * remembered from one request to the next. Knows neither servlets nor the terminal.
 */
@ApplicationModule(allowedDependencies = {"collection", "passage", "search", "answer", "conversation",
    "reference", "quotation", "catalogue", "reply", "library", "room", "index"})
@NullMarked
package org.readingroom.mcp;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
