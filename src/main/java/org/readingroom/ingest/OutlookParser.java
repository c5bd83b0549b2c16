package org.readingroom.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hsmf.MAPIMessage;
import org.apache.poi.hsmf.datatypes.AttachmentChunks;
import org.apache.poi.hsmf.exceptions.ChunkNotFoundException;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;

/** Reads mails that Outlook saved, with what is attached to them. */
final class OutlookParser {

  private final Source source;
  private final MailReader reader;

  private OutlookParser(Source source) {
    this.source = source;
    reader = new MailReader(source);
  }

  static Extract parse(Source source) throws IOException {
    try (POIFSFileSystem files = new POIFSFileSystem(source.file().toFile(), true);
        MAPIMessage message = new MAPIMessage(files)) {
      OutlookParser parser = new OutlookParser(source);
      parser.message(message, "");
      return parser.reader.extract();
    }
  }

  private void message(MAPIMessage message, String part) throws IOException {
    message.setReturnNullOnMissingChunk(true);
    try {
      if (message.has7BitEncodingStrings()) {
        message.guess7BitEncoding();
      }
      if (isEncrypted(message) && part.isEmpty()) {
        throw new ParsingException(FileStatus.ENCRYPTED,
            "The mail is encrypted for the key of who received it.");
      }
      MailText text = new MailText(source.writer());
      String plain = message.getTextBody();
      String html = message.getHtmlBody();
      if (plain == null && html == null) {
        String rtf = message.getRtfBody();
        html = rtf == null
            ? null
            : TikaParser.html(rtf.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
      }
      text.alternatives(plain, html);
      reader.add(text.document(part, metadata(message)));
    } catch (ChunkNotFoundException e) {
      throw ParsingException.damaged("mail of Outlook", e);
    }
    attachments(message, part);
  }

  /** Tells mails whose words are in an encrypted attachment. */
  private static boolean isEncrypted(MAPIMessage message) throws ChunkNotFoundException {
    String kind = message.getMainChunks().getMessageClass() == null
        ? null
        : message.getStringFromChunk(message.getMainChunks().getMessageClass());
    return kind != null && kind.matches("(?i)IPM\\.Note\\.(Secure|SMIME)(\\.Encrypted)?");
  }

  private void attachments(MAPIMessage message, String part) throws IOException {
    int count = 0;
    for (AttachmentChunks attachment : message.getAttachmentFiles()) {
      count++;
      String inner = (part.isEmpty() ? "" : part + ".") + "a" + count;
      if (attachment.isEmbeddedMessage()) {
        MAPIMessage embedded = attachment.getEmbeddedMessage();
        if (embedded != null && inner.length() < 20) {
          message(embedded, inner);
        }
      } else if (attachment.getEmbeddedAttachmentObject() != null) {
        byte[] bytes = attachment.getEmbeddedAttachmentObject();
        reader.file(bytes, name(attachment), String.valueOf(value(attachment.getAttachMimeTag())), inner);
      }
    }
  }

  private static @Nullable String name(AttachmentChunks attachment) {
    String name = value(attachment.getAttachLongFileName());
    return name == null ? value(attachment.getAttachFileName()) : name;
  }

  private static @Nullable String value(org.apache.poi.hsmf.datatypes.@Nullable StringChunk chunk) {
    return chunk == null ? null : chunk.getValue();
  }

  private static Metadata metadata(MAPIMessage message) throws ChunkNotFoundException {
    String subject = message.getSubject();
    String from = blankToNull(message.getDisplayFrom());
    List<String> authors = new ArrayList<>();
    if (from != null) {
      authors.add(from);
    }
    return new Metadata(subject == null || subject.isBlank() ? null : WhiteSpace.line(subject), authors,
        Dates.of(message.getMessageDate()), null, null, from, blankToNull(message.getDisplayTo()), null);
  }

  private static @Nullable String blankToNull(@Nullable String words) {
    return words == null || words.isBlank() ? null : WhiteSpace.line(words);
  }
}
