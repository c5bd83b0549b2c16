package org.readingroom.mcp;

import java.util.Optional;
import org.readingroom.answer.InvalidQuestionException;
import org.readingroom.collection.CollectionException;
import org.readingroom.conversation.ConversationsUnavailableException;
import org.readingroom.index.IndexException;
import org.readingroom.library.LibraryException;
import org.readingroom.library.UnknownCollectionException;
import org.readingroom.quotation.InvalidQuotationException;
import org.readingroom.reply.InvalidFilterException;
import org.readingroom.reply.Unavailable;
import org.readingroom.search.IndexNotReadyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Says in one plain sentence why a request could not be done. */
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
      case UnknownCollectionException unknown -> said(unknown);
      // The library's own, or what its database throws: conversations wrap theirs.
      case LibraryException busy -> unavailable(busy, Unavailable.LIBRARY);
      case DataAccessException broken -> unavailable(broken, Unavailable.LIBRARY);
      case TransactionException broken -> unavailable(broken, Unavailable.LIBRARY);
      case ConversationsUnavailableException lost -> unavailable(lost, Unavailable.CONVERSATIONS);
      case IndexException unreachable -> unavailable(unreachable, Unavailable.INDEX);
      default -> {
        LOG.error("A request failed.", fault);
        yield OURS;
      }
    };
  }

  private static String unavailable(RuntimeException fault, String sentence) {
    LOG.warn("A request failed: {}", said(fault));
    return sentence;
  }

  private static String said(RuntimeException fault) {
    return Optional.ofNullable(fault.getMessage()).orElse(OURS);
  }
}
