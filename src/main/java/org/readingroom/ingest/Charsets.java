package org.readingroom.ingest;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.tika.parser.txt.CharsetDetector;
import org.apache.tika.parser.txt.CharsetMatch;
import org.jspecify.annotations.Nullable;

/** Decodes text whose encoding nobody says, or says wrongly: what the bytes show goes before what is declared. */
final class Charsets {

  private static final int LOOKED_AT = 64 * 1024;
  private static final Pattern DECLARED = Pattern
      .compile("(?i)(?:charset|encoding)\\s*=\\s*[\"']?\\s*([\\w.:-]+)");

  /** The programs and styles of a page, which are in English whatever its language is. */
  private static final Pattern CODE = Pattern
      .compile("(?is)<(script|style)(?:\\s[^<>]*)?(?<!/)>.*?(?:</\\1|\\z)");

  private Charsets() {}

  /** Decodes bytes, by a declaration in their head where they are HTML or XML and it fits. */
  static String decode(byte[] bytes, boolean declares) {
    String head = new String(bytes, 0, Math.min(bytes.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
    return decode(bytes, declares ? declared(head) : null, declares);
  }

  /** Decodes bytes, in the charset that a mail or a server declares where it fits. */
  static String decode(byte[] bytes, @Nullable Charset declared) {
    return decode(bytes, declared, false);
  }

  private static String decode(byte[] bytes, @Nullable Charset declared, boolean isPage) {
    if (startsWith(bytes, 0xff, 0xfe, 0, 0) || startsWith(bytes, 0, 0, 0xfe, 0xff)) {
      return new String(bytes, Charset.forName("UTF-32")).replace("\ufeff", "");
    }
    int mark = byteOrderMark(bytes);
    if (mark > 0) {
      Charset charset = mark == 3
          ? StandardCharsets.UTF_8
          : bytes[0] == (byte) 0xfe ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
      return new String(bytes, mark, bytes.length - mark, charset);
    }
    Charset wide = wide(bytes);
    if (wide != null) {
      return new String(bytes, wide);
    }
    Charset escaped = escaped(bytes);
    if (escaped != null) {
      return new String(bytes, escaped);
    }
    String utf8 = strictly(bytes, StandardCharsets.UTF_8);
    if (utf8 != null) {
      return utf8;
    }
    if (isEbcdic(bytes)) {
      return new String(bytes, Charset.forName("IBM500"));
    }
    if (declared != null && !declared.equals(StandardCharsets.UTF_8)
        && !declared.name().startsWith("UTF-16")) {
      String decoded = strictly(bytes, windows(declared));
      if (decoded != null) {
        return decoded;
      }
    }
    if (isNearlyUtf8(bytes)) {
      return new String(bytes, StandardCharsets.UTF_8);
    }
    return new String(bytes, guess(isPage ? withoutCode(bytes) : bytes));
  }

  private static boolean startsWith(byte[] bytes, int... start) {
    for (int i = 0; i < start.length; i++) {
      if (bytes.length <= i || (bytes[i] & 0xff) != start[i]) {
        return false;
      }
    }
    return true;
  }

  /** Returns the encoding of seven bits that the escapes in a text belong to, or null. */
  private static @Nullable Charset escaped(byte[] bytes) {
    for (int i = 0; i + 2 < Math.min(bytes.length, LOOKED_AT); i++) {
      if (bytes[i] == 0x1b && bytes[i + 1] == '$') {
        return Charset.forName(bytes[i + 2] == 'B' || bytes[i + 2] == '@' ? "ISO-2022-JP" : "ISO-2022-KR");
      }
    }
    return null;
  }

  private static int byteOrderMark(byte[] bytes) {
    if (bytes.length >= 3 && bytes[0] == (byte) 0xef && bytes[1] == (byte) 0xbb && bytes[2] == (byte) 0xbf) {
      return 3;
    }
    boolean two = bytes.length >= 2
        && (bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff
            || bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe);
    return two ? 2 : 0;
  }

  /** Returns UTF-16 of one order where one half of the bytes is mostly zero and the other is not. */
  private static @Nullable Charset wide(byte[] bytes) {
    int length = Math.min(bytes.length, LOOKED_AT) & ~1;
    int[] zeros = new int[2];
    for (int i = 0; i < length; i++) {
      zeros[i & 1] += bytes[i] == 0 ? 1 : 0;
    }
    int half = length / 2;
    if (half < 2) {
      return null;
    }
    if (zeros[1] > 0.4 * half && zeros[0] < 0.1 * half) {
      return StandardCharsets.UTF_16LE;
    }
    return zeros[0] > 0.4 * half && zeros[1] < 0.1 * half ? StandardCharsets.UTF_16BE : null;
  }

  static @Nullable String strictly(byte[] bytes, Charset charset) {
    try {
      return charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  /** Tells whether bytes are UTF-8 but for a few, as where a file was cut or put together from others. */
  private static boolean isNearlyUtf8(byte[] bytes) {
    String decoded = new String(bytes, 0, Math.min(bytes.length, LOOKED_AT), StandardCharsets.UTF_8);
    long wrong = decoded.chars().filter(character -> character == 0xfffd).count();
    long right = decoded.chars().filter(character -> character >= 0x80 && character != 0xfffd).count();
    return right > 20 * wrong;
  }

  /** Tells IBM's encoding by its space, its line ends and its letters, where ASCII has none of them. */
  private static boolean isEbcdic(byte[] bytes) {
    int length = Math.min(bytes.length, LOOKED_AT);
    int spaces = 0;
    int letters = 0;
    int asciiSpaces = 0;
    for (int i = 0; i < length; i++) {
      int value = bytes[i] & 0xff;
      spaces += value == 0x40 ? 1 : 0;
      asciiSpaces += value == 0x20 || value == 0x0a ? 1 : 0;
      letters += value >= 0x81 && value <= 0xa9 || value >= 0xc1 && value <= 0xe9
          || value >= 0xf0 && value <= 0xf9
              ? 1
              : 0;
    }
    return length > 16 && spaces > 0.08 * length && asciiSpaces < 0.02 * length
        && spaces + letters > 0.7 * length;
  }

  /** Returns the beginning of a page without its programs and styles. */
  private static byte[] withoutCode(byte[] bytes) {
    String page = new String(bytes, 0, Math.min(bytes.length, 16 * LOOKED_AT), StandardCharsets.ISO_8859_1);
    return CODE.matcher(page).replaceAll("").getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Returns the charset that the words of a text show; tags do not count. */
  private static Charset guess(byte[] bytes) {
    CharsetDetector detector = new CharsetDetector(LOOKED_AT);
    detector.enableInputFilter(true);
    detector.setText(bytes.length > LOOKED_AT ? Arrays.copyOf(bytes, LOOKED_AT) : bytes);
    for (CharsetMatch match : detector.detectAll()) {
      Charset charset = named(match.getName());
      if (charset != null && !charset.name().startsWith("UTF-") && !charset.name().startsWith("IBM")) {
        return windows(charset);
      }
    }
    return Charset.forName("windows-1252");
  }

  /** Returns the Windows charset that has all of an older one's letters and more marks, as browsers do. */
  private static Charset windows(Charset charset) {
    return switch (charset.name()) {
      case "ISO-8859-1", "US-ASCII" -> Charset.forName("windows-1252");
      case "ISO-8859-9" -> Charset.forName("windows-1254");
      case "GB2312" -> Charset.forName("GB18030");
      case "EUC-KR" -> Charset.forName("x-windows-949");
      case "Shift_JIS" -> Charset.forName("windows-31j");
      default -> charset;
    };
  }

  private static @Nullable Charset declared(String head) {
    Matcher matcher = DECLARED.matcher(head);
    while (matcher.find()) {
      Charset charset = named(matcher.group(1));
      if (charset != null) {
        return charset;
      }
    }
    return null;
  }

  /** Returns the charset of a name, with the names that only mails and Office use; null where there is none. */
  static @Nullable Charset named(@Nullable String name) {
    if (name == null) {
      return null;
    }
    String clean = name.strip().replaceFirst("(?i)[-_]?rtl$|[-_]ltr$", "")
        .replaceFirst("(?i)^(iso-8859-8)-[ei]$", "$1");
    try {
      return Charset.forName(clean);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
