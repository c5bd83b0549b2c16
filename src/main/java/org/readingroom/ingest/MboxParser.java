package org.readingroom.ingest;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/** Reads mailboxes: a line that begins with "From " after an empty one opens the next mail. */
final class MboxParser {

  private static final int LARGEST_MAIL = 64 << 20;

  private final MailReader reader;
  private final ByteArrayOutputStream mail = new ByteArrayOutputStream();
  private boolean opened;
  private int count;

  private MboxParser(Source source) {
    reader = new MailReader(source);
  }

  static Extract parse(Source source) throws IOException {
    MboxParser parser = new MboxParser(source);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(source.file()), 1 << 16)) {
      boolean afterEmpty = true;
      for (byte[] line = line(in); line.length > 0; line = line(in)) {
        String start = new String(line, 0, Math.min(line.length, 200), StandardCharsets.ISO_8859_1);
        if (afterEmpty && start.startsWith("From ")) {
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
