package org.readingroom.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.readingroom.web.ProblemAssert.assertThatReply;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.readingroom.library.FileRecord;
import org.readingroom.library.Library;
import org.readingroom.room.Rooms;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebMvcTest(OriginalsController.class)
@Import({RoomFinder.class, WebConfiguration.class})
class OriginalsControllerTests {

  @Autowired
  MockMvcTester mvc;

  @MockitoBean
  Library library;

  @MockitoBean
  Rooms rooms;

  @MockitoBean
  CollectionUpdates updates;

  @TempDir
  Path folder;

  private Path file;

  @BeforeEach
  void keepAFile() throws IOException {
    file = Files.writeString(folder.resolve("a.pdf"), "0123456789");
    given(library.builtInId()).willReturn("nkidp-korean-war");
    given(library.find("7")).willReturn(Optional.of(Samples.TELEGRAM));
    keepAs("application/pdf");
  }

  private void keepAs(String mediaType) throws IOException {
    given(library.find("papers:1")).willReturn(Optional.of(Samples.PAPER));
    given(library.file("papers:1")).willReturn(Optional.of(new FileRecord(Samples.PATH, file.toString(),
        folder.toString(), Files.size(file), Files.getLastModifiedTime(file).toMillis(), FileRecord.INDEXED,
        "", "ab".repeat(32), mediaType, null, null, 2, List.of(), null, "1")));
  }

  @Test
  void sendsTheFileAsItWasAdded() {
    assertThat(get()).hasStatusOk().hasContentType("application/pdf").hasHeader("Accept-Ranges", "bytes")
        .hasHeader("ETag", '"' + "ab".repeat(32) + '"').bodyText().isEqualTo("0123456789");
    assertThat(get().getResponse().getHeader("Content-Disposition")).startsWith("inline")
        .contains("filename*=UTF-8''survey%20#1%20%F0%9F%98%80.pdf");
  }

  @Test
  void sendsAPartOfIt() {
    assertThat(mvc.get().uri("/api/v1/documents/papers:1/original").header("Range", "bytes=2-4"))
        .hasStatus(206).hasHeader("Content-Range", "bytes 2-4/10").bodyText().isEqualTo("234");
    assertThat(mvc.get().uri("/api/v1/documents/papers:1/original").header("Range", "bytes=20-"))
        .hasStatus(416);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "image/svg+xml", "application/xhtml+xml", "text/xml",
      "application/javascript", "nonsense", ""})
  void whatABrowserWouldRunIsADownloadInASandbox(String mediaType) throws IOException {
    keepAs(mediaType);

    assertThat(get()).hasStatusOk().headers().hasValue("Content-Security-Policy",
        "default-src 'none'; sandbox");
    assertThat(get().getResponse().getHeader("Content-Disposition")).startsWith("attachment");
  }

  @Test
  void aFileThatChangedHasNoTagAndOneThatIsGoneIsNotFound() throws IOException {
    Files.writeString(file, "changed");
    assertThat(get()).hasStatusOk().headers().doesNotContainHeader("ETag");

    Files.delete(file);
    assertThatReply(get()).isProblem(Problem.ORIGINAL_GONE);
  }

  @Test
  void partsOfAPrintedCollectionHaveNoFile() {
    assertThatReply(mvc.get().uri("/api/v1/documents/7/original").exchange())
        .isProblem(Problem.ORIGINAL_GONE);
    assertThatReply(mvc.get().uri("/api/v1/documents/papers:2/original").exchange())
        .isProblem(Problem.UNKNOWN_DOCUMENT);
  }

  @Test
  void removesTheFileOfADocument() {
    given(updates.change(any(), any())).willAnswer(call -> call.<Supplier<Object>>getArgument(1).get());
    given(library.removeWithCopies("papers", Samples.PATH)).willReturn(true);
    given(rooms.isOpen("papers")).willReturn(true);

    assertThat(mvc.delete().uri("/api/v1/documents/papers:1")).hasStatus(204);
    verify(rooms).served("papers");
  }

  @Test
  void theBuiltInCollectionKeepsItsDocuments() {
    assertThatReply(mvc.delete().uri("/api/v1/documents/7").exchange())
        .isProblem(Problem.COLLECTION_BUILT_IN);
    assertThatReply(mvc.delete().uri("/api/v1/documents/papers:2").exchange())
        .isProblem(Problem.UNKNOWN_DOCUMENT);
    verify(library, never()).remove(any(), any());
  }

  private MvcTestResult get() {
    return mvc.get().uri("/api/v1/documents/papers:1/original").exchange();
  }
}
