package org.readingroom.mcp;

import tools.jackson.databind.node.ObjectNode;

/** Works out what a request of one method is replied with. */
@FunctionalInterface
interface Handler {

  /**
   * Returns the result, to be written as JSON.
   *
   * @throws RpcException if the request makes no sense
   * @throws org.readingroom.answer.AnswerCancelledException if it is cancelled meanwhile
   */
  Object handle(ObjectNode params, Call call);
}
