package org.readingroom.doctor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.readingroom.collection.Collection;
import org.readingroom.conversation.Conversations;
import org.readingroom.embedding.EmbeddingSettings;
import org.readingroom.embedding.OnnxEmbeddingModel;
import org.readingroom.library.Library;
import org.readingroom.model.ModelCheck;
import org.readingroom.reading.PassageReader;
import org.readingroom.reading.ReadablePassage;
import org.readingroom.search.LiveIndex;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.ConfigurableEnvironment;

/** Puts the check-up together. */
@Configuration(proxyBeanMethods = false)
class DoctorConfiguration {

  private static final String AGAIN = "Unpack or build Reading Room again.";

  @Bean
  @Lazy
  Checkup checkup(ConfigurableEnvironment environment, ObjectProvider<Collection> collection,
      ObjectProvider<OnnxEmbeddingModel> encoder, ObjectProvider<PassageReader> reader,
      ObjectProvider<LiveIndex> index, ObjectProvider<Conversations> conversations,
      ObjectProvider<Library> library, ObjectProvider<ModelCheck> model) {
    Path home = path(environment, "home");
    Path models = path(environment, "models");
    List<Setting> settings = new SettingsInEffect(environment).list();
    List<Check> checks = List.of(
        new ProgramCheck(Runtime.version().feature(), Program.running()),
        new UnknownSettings(settings, System.getenv()),
        new DataCheck(home),
        new ModelFilesCheck(models, bundled(environment)),
        new Trial("documents", AGAIN, () -> collection.getObject().documents().size()
            + " documents can be read."),
        new Trial("encoder", AGAIN, () -> runs(encoder.getObject())),
        new Trial("reader", "Let reading-room.reading.model be bundled, or name a model that fits.",
            () -> runs(reader.getObject())),
        new IndexCheck(index::getObject),
        new Trial("conversations", "Move the file that is named away, or let it be read and written.",
            () -> kept(environment, conversations)),
        new Trial("library", "Start the database that is set, or correct READING_ROOM_LIBRARY_URL.",
            () -> held(library.getObject())),
        new PortCheck(environment.getProperty("server.address", "127.0.0.1"),
            environment.getProperty("server.port", Integer.class, 8080)),
        new Trial("language model",
            "Start that server, or correct READING_ROOM_MODEL_BASE_URL and _NAME; without them the documents’ own sentences answer.",
            () -> answers(model.getObject())));
    return new Checkup(home, places(environment, home, models), settings, checks);
  }

  private static Path path(ConfigurableEnvironment environment, String name) {
    return Path.of(environment.getRequiredProperty("reading-room." + name));
  }

  private static List<Place> places(ConfigurableEnvironment environment, Path home, Path models) {
    String packed = environment.getProperty("reading-room.packed-index", "");
    Path index = path(environment, "index");
    return Stream.of(Place.uncounted("program", path(environment, "root")), Place.of("data directory", home),
        Place.of("index", Files.isDirectory(index) || packed.isBlank() ? index : Path.of(packed)),
        Place.of("models", models), Place.of("native libraries", models.resolve("native")),
        Place.of("documents", path(environment, "corpus")), Place.of("log", home.resolve("logs"))).toList();
  }

  /** Returns the names of the files of the models in use that come with the program. */
  private static List<String> bundled(ConfigurableEnvironment environment) {
    EmbeddingSettings encoder = EmbeddingSettings.of(environment);
    List<String> files = new ArrayList<>();
    if (encoder.isBundled()) {
      files.add(encoder.model() + ".onnx");
    }
    if ("bundled".equals(environment.getProperty("reading-room.reading.model"))) {
      files.add("reader.onnx");
    }
    return files;
  }

  private static String runs(OnnxEmbeddingModel encoder) {
    encoder.embedQuery("How much lead?");
    return "The encoder " + encoder.modelName() + " runs.";
  }

  private static String runs(PassageReader reader) {
    reader.read("How much lead?",
        List.of(new ReadablePassage("A telegram.", List.of("25,000 tons of lead."))));
    return "The reader (" + reader.name() + ") runs.";
  }

  /** Looks at what is kept only where something is: a database that is looked at is made. */
  private static String kept(ConfigurableEnvironment environment,
      ObjectProvider<Conversations> conversations) {
    boolean elsewhere = !environment.getProperty("reading-room.conversations.url", "").isBlank();
    Path file = Path.of(environment.getRequiredProperty("reading-room.conversations.file") + ".db");
    return elsewhere || Files.exists(file)
        ? conversations.getObject().list().size() + " conversations are kept "
            + (elsewhere ? "in the database that is set." : "in " + file.toAbsolutePath().normalize() + ".")
        : "No conversations are kept yet.";
  }

  private static String held(Library library) {
    int collections = library.sequences().size();
    return library.isShared()
        ? collections + " collections of files are in the database that is set."
        : collections + " collections of files are in the data directory.";
  }

  private static String answers(ModelCheck check) {
    ModelCheck.Status status = check.run();
    if (status.fault() != null) {
      throw new UnreachableModelException(status.fault());
    }
    return status.url() == null
        ? "None is set: answers are made of the documents’ own sentences."
        : status.name() + " answers at " + status.url() + ".";
  }
}
