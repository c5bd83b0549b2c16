package org.readingroom.mcp;

import java.util.Optional;
import org.readingroom.answer.InvalidQuestionException;
import org.readingroom.collection.CollectionException;
import org.readingroom.quotation.InvalidQuotationException;
import org.readingroom.reply.InvalidFilterException;
import org.readingroom.search.IndexNotReadyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in one plain sentence why a tool could not do its work. */
final class Fault {

  /** What is said where the fault is this program's. */
  static final String OURS = "The request failed for a reason that lies with the server.";

  private static final Logger LOG = LoggerFactory.getLogger(Fault.class);

  private Fault() {}

  static String sentence(RuntimeException fault) {
    return switch (fault) {
      case RefusedException refused -> said(refused);
      case InvalidQuestionException invalid -> said(invalid);
      case InvalidQuotationException invalid -> said(invalid);
      case InvalidFilterException invalid -> said(invalid);
      case IndexNotReadyException notReady -> notReady.publicReason();
      case CollectionException missing -> said(missing);
      default -> {
        LOG.error("A tool failed.", fault);
        yield OURS;
      }
    };
  }

  private static String said(RuntimeException fault) {
    return Optional.ofNullable(fault.getMessage()).orElse(OURS);
  }
}
