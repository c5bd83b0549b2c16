package org.readingroom.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.readingroom.web.ProblemAssert.assertThatReply;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.readingroom.library.Library;
import org.readingroom.library.UpdateListener;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebMvcTest(FilesController.class)
@Import({FakedRooms.class, Uploads.class, WebConfiguration.class})
@TestPropertySource(properties = {"reading-room.web.upload.file-limit=1KB",
    "reading-room.web.upload.request-limit=5KB"})
class FilesControllerTests {

  @Autowired
  MockMvcTester mvc;

  @Autowired
  Library library;

  @MockitoBean
  CollectionUpdates updates;

  @BeforeEach
  void makeACollection() {
    library.create("papers", "Papers");
  }

  @AfterEach
  void removeIt() {
    library.delete("papers");
  }

  @Test
  void keepsWhatIsSentAndHasItLookedAt() throws IOException {
    assertThat(send(part("notes #1 50% 😀.txt", "one"), part("empty.txt", ""))).hasStatus(202).bodyJson()
        .isStrictlyEqualTo(
            """
                [{"path":"notes #1 50% 😀.txt","document_id":null,"status":"queued","message":"It waits to be read.",
                  "sha256":"","media_type":"","title":null,"language":null,"pages":0},
                 {"path":"empty.txt","document_id":null,"status":"queued","message":"It waits to be read.",
                  "sha256":"","media_type":"","title":null,"language":null,"pages":0}]""");
    assertThat(Files.readString(folder().resolve("notes #1 50% 😀.txt"))).isEqualTo("one");
    verify(updates).look("papers", List.of("notes #1 50% 😀.txt", "empty.txt"));
  }

  @Test
  void theSecondOfOneNameGetsAnother() {
    assertThat(send(part("a.txt", "one"), part("a.txt", "two"))).hasStatus(202).bodyJson()
        .extractingPath("$[*].path").asArray().containsExactly("a.txt", "a-2.txt");
    assertThat(send(part("a.txt", "three"))).hasStatus(202).bodyJson().extractingPath("$[0].path")
        .isEqualTo("a-3.txt");
  }

  /** A name has three bytes a letter in some scripts. */
  @Test
  void takesALongNameInAnyScript() throws IOException {
    assertThat(send(part("я".repeat(250) + ".txt", "one"), part("漢".repeat(250) + ".txt", "two")))
        .hasStatus(202);
    assertThat(names()).hasSize(2)
        .allSatisfy(name -> assertThat(name.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(200));
  }

  @ParameterizedTest
  @ValueSource(strings = {"metadata.csv", "collection.yaml", "authority.yaml"})
  void whatDescribesFilesOrTheCollectionTakesThePlaceOfTheOneBefore(String name) throws IOException {
    send(part(name, "file,title"));
    assertThat(send(part(name, "title,file"))).hasStatus(202).bodyJson()
        .extractingPath("$[0].path").isEqualTo(name);
    assertThat(Files.readString(folder().resolve(name))).isEqualTo("title,file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../../etc/evil.txt", "..\\\\..\\\\evil.txt", "/etc/evil.txt", "C:\\\\evil.txt"})
  void aNameLeadsNowhereElse(String name) throws IOException {
    assertThat(send(part(name, "x"))).hasStatus(202).bodyJson().extractingPath("$[0].path")
        .isEqualTo("evil.txt");
    assertThat(names()).containsExactly("evil.txt");
  }

  @Test
  void aFileThatIsTooLargeIsRefusedByItself() throws IOException {
    assertThat(send(part("large.txt", "x".repeat(1025)), part("small.txt", "x".repeat(1024)))).hasStatus(202)
        .bodyJson().isLenientlyEqualTo("""
            [{"path":"large.txt","status":"too_large",
              "message":"The file is larger than 1 kB, so it was not kept."},
             {"path":"small.txt","status":"queued"}]""");
    assertThat(names()).containsExactly("small.txt");
  }

  @Test
  void ofAFormThatBreaksOffNothingIsKept() throws IOException {
    String whole = form(part("a.txt", "one"), part("b.txt", "two"));
    assertThatReply(sendForm(whole.substring(0, whole.length() - 20))).isProblem(Problem.MALFORMED_REQUEST);
    assertThat(names()).isEmpty();
    try (Stream<Path> left = Files.walk(library.folder("papers"))) {
      assertThat(left.filter(Files::isRegularFile)).isEmpty();
    }
    verifyNoInteractions(updates);
  }

  @Test
  void refusesAFormWithoutFiles() {
    assertThatReply(sendForm("--x--\r\n")).isProblem(Problem.INVALID_VALUE);
    assertThatReply(send(part("", ""))).isProblem(Problem.INVALID_VALUE);
    assertThatReply(sendForm("")).isProblem(Problem.INVALID_VALUE);
    assertThatReply(mvc.post().uri("/api/v1/collections/papers/files").content("x")
        .contentType("application/json").exchange()).isProblem(Problem.UNSUPPORTED_MEDIA_TYPE);
  }

  @Test
  void refusesANameThatNoFileCanHave() throws IOException {
    assertThatReply(send(part("a\u0000b.txt", "x"))).isProblem(Problem.MALFORMED_REQUEST);
    assertThat(names()).isEmpty();
  }

  @Test
  void refusesFilesForWhatCannotHaveAny() {
    assertThatReply(sendTo("nkidp-korean-war", form(part("a.txt", "x"))))
        .isProblem(Problem.COLLECTION_BUILT_IN);
    assertThatReply(sendTo("other", form(part("a.txt", "x")))).isProblem(Problem.UNKNOWN_COLLECTION);
  }

  @Test
  void listsThoseThatWaitAmongTheFiles() {
    given(updates.queued(any())).willReturn(List.of("a.txt"));

    assertThat(mvc.get().uri("/api/v1/collections/papers/files")).hasStatusOk().bodyJson()
        .isLenientlyEqualTo("[{\"path\":\"a.txt\",\"status\":\"queued\"}]");
    assertThat(mvc.get().uri("/api/v1/collections/nkidp-korean-war/files")).hasStatusOk().bodyJson()
        .isEqualTo("[]");
    assertThatReply(mvc.get().uri("/api/v1/collections/other/files").exchange())
        .isProblem(Problem.UNKNOWN_COLLECTION);
  }

  @Test
  void removesAFileThatHasNoDocuments() throws IOException {
    given(updates.change(any(), any())).willAnswer(call -> call.<Supplier<Object>>getArgument(1).get());
    send(part("empty.txt", ""));
    library.update("papers", UpdateListener.NONE);
    assertThat(library.files("papers")).hasSize(1);

    assertThat(remove("papers", "empty.txt")).hasStatus(204);
    assertThat(library.files("papers")).isEmpty();
    assertThat(names()).isEmpty();
    assertThatReply(remove("papers", "empty.txt")).isProblem(Problem.ORIGINAL_GONE);
    assertThatReply(remove("nkidp-korean-war", "empty.txt")).isProblem(Problem.COLLECTION_BUILT_IN);
    assertThatReply(remove("other", "empty.txt")).isProblem(Problem.UNKNOWN_COLLECTION);
    assertThatReply(mvc.delete().uri("/api/v1/collections/papers/files").exchange())
        .isProblem(Problem.INVALID_VALUE);
  }

  private MvcTestResult remove(String id, String path) {
    return mvc.delete().uri("/api/v1/collections/" + id + "/files").param("path", path).exchange();
  }

  private Path folder() {
    return library.sent("papers");
  }

  private List<String> names() throws IOException {
    if (!Files.isDirectory(folder())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder())) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static String part(String name, String content) {
    return "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
        + "\"\r\nContent-Type: text/plain\r\n\r\n" + content + "\r\n";
  }

  private static String form(String... parts) {
    return String.join("", parts) + "--x--\r\n";
  }

  private MvcTestResult send(String... parts) {
    return sendForm(form(parts));
  }

  private MvcTestResult sendForm(String body) {
    return sendTo("papers", body);
  }

  private MvcTestResult sendTo(String id, String body) {
    return mvc.post().uri("/api/v1/collections/" + id + "/files")
        .contentType("multipart/form-data; boundary=x").content(body.getBytes(UTF_8)).exchange();
  }
}
