package org.readingroom.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.Set;
import org.readingroom.library.FileRecord;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A file of a collection on its way to a client. Nobody knows what is in it, so browsers show only those that run
 * nothing, and of the others make downloads.
 */
record Original(FileRecord record, Path file, boolean unchanged) {

  private static final Set<String> SHOWN = Set.of("application/pdf", "text/plain", "image/png", "image/jpeg",
      "image/gif", "image/webp");

  /** Finds the file where it was when it was read; nothing where it is not there. */
  static Optional<Original> of(FileRecord record) {
    Path file = Path.of(record.location());
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      return now.isRegularFile() && Files.isReadable(file)
          ? Optional.of(new Original(record, file, now.size() == record.size()
              && now.lastModifiedTime().toMillis() == record.modified()))
          : Optional.empty();
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  ResponseEntity<Resource> reply() {
    MediaType type = type();
    ContentDisposition.Builder disposition = SHOWN.contains(type.toString())
        ? ContentDisposition.inline()
        : ContentDisposition.attachment();
    String name = String.valueOf(Path.of(record.path()).getFileName());
    ResponseEntity.BodyBuilder reply = ResponseEntity.ok().contentType(type)
        .headers(headers -> headers
            .setContentDisposition(disposition.filename(name, StandardCharsets.UTF_8).build()))
        .header("Content-Security-Policy", "default-src 'none'; sandbox");
    if (unchanged && !record.sha256().isEmpty()) {
      reply.eTag('"' + record.sha256() + '"');
    }
    return reply.body(new FileSystemResource(file));
  }

  private MediaType type() {
    try {
      MediaType type = MediaType.parseMediaType(record.mediaType());
      return type.isConcrete()
          ? new MediaType(type.getType(), type.getSubtype())
          : MediaType.APPLICATION_OCTET_STREAM;
    } catch (InvalidMediaTypeException e) {
      return MediaType.APPLICATION_OCTET_STREAM;
    }
  }
}
