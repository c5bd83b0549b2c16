package org.readingroom.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Opens Office files that need a password. */
final class ProtectedOffice {

  private ProtectedOffice() {}

  static Extract parse(Source source) throws Exception {
    try (POIFSFileSystem files = new POIFSFileSystem(source.file().toFile(), true)) {
      Decryptor decryptor = Decryptor.getInstance(new EncryptionInfo(files));
      String password = source.password();
      if (!decryptor.verifyPassword(password == null ? Decryptor.DEFAULT_PASSWORD : password)) {
        throw Passwords.needed(password);
      }
      return decrypted(source, decryptor, files);
    } catch (EncryptedDocumentException | GeneralSecurityException e) {
      throw new ParsingException(FileStatus.ENCRYPTED, "The file is encrypted in a way that cannot be read.",
          e);
    }
  }

  private static Extract decrypted(Source source, Decryptor decryptor, POIFSFileSystem files)
      throws Exception {
    Path copy = Files.createTempFile("decrypted", ".bin");
    try (InputStream in = decryptor.getDataStream(files)) {
      Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
      Source open = source.attached(copy, source.name());
      return FormatDetector.detect(open).parse(open);
    } finally {
      delete(copy);
    }
  }

  private static void delete(Path copy) throws IOException {
    Files.deleteIfExists(copy);
  }
}
