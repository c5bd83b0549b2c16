package org.readingroom.mcp;

/**
 * A reply by HTTP to a request that is not taken on.
 *
 * @param status the status of HTTP
 * @param body the error as JSON-RPC has it
 */
public record Rejection(int status, String body) {}
