package org.readingroom.ingest;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.address.AddressList;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.dom.address.MailboxList;
import org.apache.james.mime4j.field.DateTimeFieldLenientImpl;
import org.apache.james.mime4j.stream.Field;
import org.jspecify.annotations.Nullable;

/** Reads who wrote a mail to whom, when, and about what. */
final class MailHeaders {

  private static final int LONGEST = 500;

  private MailHeaders() {}

  static Metadata read(Message message) {
    String subject = decoded(message.getSubject());
    String from = field(message, "From", message.getFrom());
    String to = to(message);
    MailboxList senders = message.getFrom();
    List<String> authors = new ArrayList<>();
    if (senders != null) {
      for (Mailbox sender : senders) {
        authors
            .add(sender.getName() == null ? sender.getAddress() : String.valueOf(decoded(sender.getName())));
      }
    }
    String title = subject == null ? "" : WhiteSpace.line(subject);
    return new Metadata(title.isEmpty() ? null : title, authors, day(message), null, null, from, to, null);
  }

  /** Returns the day of a mail's date as it is written, in the sender's time zone. */
  private static @Nullable LocalDate day(Message message) {
    String written = raw(message, "Date");
    try {
      return written == null
          ? null
          : LocalDate.from(DateTimeFieldLenientImpl.RFC_5322.parse(written, new ParsePosition(0)));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static @Nullable String to(Message message) {
    AddressList to = message.getTo();
    if (to == null || to.isEmpty()) {
      return raw(message, "To");
    }
    List<String> names = new ArrayList<>();
    for (Mailbox mailbox : to.flatten()) {
      names.add(shown(mailbox));
    }
    return names.isEmpty() ? raw(message, "To") : cut(String.join(", ", names));
  }

  private static @Nullable String field(Message message, String name, @Nullable MailboxList mailboxes) {
    if (mailboxes == null || mailboxes.isEmpty()) {
      return raw(message, name);
    }
    return cut(String.join(", ", mailboxes.stream().map(MailHeaders::shown).toList()));
  }

  private static String shown(Mailbox mailbox) {
    String name = decoded(mailbox.getName());
    return name == null || name.isBlank()
        ? mailbox.getAddress()
        : WhiteSpace.line(name) + " <" + mailbox.getAddress() + ">";
  }

  private static @Nullable String raw(Message message, String name) {
    Field field = message.getHeader() == null ? null : message.getHeader().getField(name);
    String value = field == null ? null : decoded(field.getBody());
    return value == null || value.isBlank() ? null : cut(WhiteSpace.line(value));
  }

  private static String cut(String names) {
    return names.length() > LONGEST ? names.substring(0, LONGEST) + "…" : names;
  }

  /** Returns words of a header as they were before they were encoded. */
  static @Nullable String decoded(@Nullable String words) {
    return words == null ? null : DecoderUtil.decodeEncodedWords(words, DecodeMonitor.SILENT);
  }
}
