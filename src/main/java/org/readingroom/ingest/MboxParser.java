package org.readingroom.ingest;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.regex.Pattern;

/**
 * Reads mailboxes: a line that begins with "From " after an empty one opens the next mail. Once such a line has a year,
 * and an address or a time, those without are sentences.
 */
final class MboxParser {

  private static final int LARGEST_MAIL = 64 << 20;
  private static final int LOOKED_AT = 500;
  private static final Pattern ENVELOPE = Pattern.compile("From (?=\\S*@|- |.*\\d:\\d\\d).*\\d{4}.*",
      Pattern.DOTALL);

  private final MailReader reader;
  private final ByteArrayOutputStream mail = new ByteArrayOutputStream();
  private boolean opened;
  private boolean dated;
  private int count;

  private MboxParser(Source source) {
    reader = new MailReader(source);
  }

  static Extract parse(Source source) throws IOException {
    MboxParser parser = new MboxParser(source);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(source.file()), 1 << 16)) {
      boolean afterEmpty = true;
      for (byte[] line = line(in); line.length > 0; line = line(in)) {
        String start = new String(line, 0, Math.min(line.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
        if (afterEmpty && parser.opensMail(start)) {
          parser.close();
          parser.opened = true;
        } else {
          parser.add(line, start);
        }
        afterEmpty = start.isBlank();
      }
    }
    parser.close();
    return parser.reader.extract();
  }

  private boolean opensMail(String start) {
    boolean envelope = start.startsWith("From ") && ENVELOPE.matcher(start).matches();
    dated |= envelope;
    return envelope || !dated && start.startsWith("From ");
  }

  private void add(byte[] line, String start) {
    int skipped = start.matches("(?s)>+From .*") ? 1 : 0;
    if (mail.size() < LARGEST_MAIL) {
      mail.write(line, skipped, line.length - skipped);
    }
  }

  private void close() throws IOException {
    if (opened && mail.size() > 0) {
      count++;
      reader.read(MailParser.message(mail.toByteArray()), String.valueOf(count));
    }
    mail.reset();
  }

  private static byte[] line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(100);
    for (int read = in.read(); read >= 0; read = in.read()) {
      line.write(read);
      if (read == '\n') {
        break;
      }
    }
    return line.toByteArray();
  }
}
