package org.readingroom;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.FileDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.readingroom.answer.Quote;
import org.readingroom.onnx.OnnxModel;
import org.springframework.modulith.core.ApplicationModules;

/** Checks the arrows between the packages and what each may touch. */
class ArchitectureTests {

  private static final JavaClasses CLASSES = new ClassFileImporter()
      .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.readingroom");

  @Test
  void packagesDependOnlyOnWhatTheySay() {
    ApplicationModules.of(ReadingRoomApplication.class).verify();
  }

  @Test
  void onlyTermsAndTheEmbeddedEngineKnowLucene() {
    noClasses().that().resideOutsideOfPackages("org.readingroom.text", "org.readingroom.lucene").should()
        .dependOnClassesThat().resideInAPackage("org.apache.lucene..").check(CLASSES);
  }

  @Test
  void onlyOnnxKnowsOnnxRuntimeAndTheTokenizer() {
    noClasses().that().resideOutsideOfPackage(OnnxModel.class.getPackageName()).should().dependOnClassesThat()
        .resideInAnyPackage("ai.onnxruntime..", "ai.djl..").check(CLASSES);
  }

  @Test
  void onlyTheDoorsKnowSpringWebAndSpringShell() {
    noClasses().that().resideOutsideOfPackages("org.readingroom.web", "org.readingroom").should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework.web.bind..", "org.springframework.web.servlet..",
            "jakarta.servlet..")
        .check(CLASSES);
    noClasses().that().resideOutsideOfPackages("org.readingroom.shell", "org.readingroom").should()
        .dependOnClassesThat().resideInAnyPackage("org.springframework.shell..", "org.jline..")
        .check(CLASSES);
  }

  @Test
  void onlyOneDoorKnowsTheModelContextProtocol() {
    noClasses().that().resideOutsideOfPackage("org.readingroom.mcp").should().dependOnClassesThat()
        .resideInAPackage("io.modelcontextprotocol..").check(CLASSES);
    noClasses().that().resideInAPackage("org.readingroom.mcp").should().dependOnClassesThat()
        .resideInAnyPackage("org.readingroom.web..", "org.readingroom.shell..").check(CLASSES);
  }

  @Test
  void quotesAreMadeOnlyByTheCheck() {
    classes().that().areAssignableTo(Quote.class).should().haveOnlyPrivateConstructors().check(CLASSES);
  }

  @Test
  void nothingPrintsPastTheTerminalOrInjectsIntoFields() {
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CLASSES);
    NO_CLASSES_SHOULD_USE_FIELD_INJECTION.check(CLASSES);
  }

  @Test
  void onlyTheScreenAndTheParsingProcessOpenTheStandardStreams() {
    noClasses().that().doNotHaveFullyQualifiedName("org.readingroom.shell.Screen").and()
        .doNotHaveFullyQualifiedName("org.readingroom.ingest.ParserMain").should()
        .dependOnClassesThat()
        .areAssignableTo(FileDescriptor.class).check(CLASSES);
  }

  @Test
  void everyPackageIsNullMarkedAndSaysWhatItIsFor() throws IOException {
    Path root = Path.of("src/main/java/org/readingroom");
    try (Stream<Path> folders = Files.walk(root).filter(Files::isDirectory)) {
      assertThat(folders).allSatisfy(folder -> assertThat(folder.resolve("package-info.java")).content()
          .contains("@NullMarked").startsWith("/**"));
    }
  }
}
