package org.readingroom.collection;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Loads a collection from its folder: descriptor, text, authority file and corrections. */
public final class CollectionLoader {

  /**
   * Returns the id of the collection in a folder, without reading its text.
   *
   * @throws CollectionException if the descriptor is missing or wrong
   */
  public String id(Path folder) {
    return Descriptor.read(folder).id();
  }

  /** Returns the source file of the collection in a folder. */
  public Path source(Path folder) {
    return folder.resolve(Descriptor.read(folder).file());
  }

  /**
   * Loads a collection whole.
   *
   * @param folder the folder that holds {@code collection.yaml} and the files it names
   * @throws CollectionException if anything is missing, unreadable or incomplete
   */
  public Collection load(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new CollectionException("There is no collection folder " + folder + ".");
    }
    Descriptor descriptor = Descriptor.read(folder);
    if (!descriptor.format().equals(ReaderParser.FORMAT)) {
      throw new CollectionException(
          "The descriptor in " + folder + " names the format \"" + descriptor.format()
              + "\", which no parser knows.");
    }
    SourceText source = SourceText.read(folder.resolve(descriptor.file()), descriptor.encoding());
    Corrections corrections = Corrections.read(folder);
    List<Document> documents = new ReaderParser(descriptor, corrections).parse(source);
    return new Collection(descriptor.id(), descriptor.title(), descriptor.description(),
        descriptor.publisher(),
        descriptor.citation(), descriptor.examples(), source.sha256(), documents,
        AuthorityFile.read(folder), corrections.warnings());
  }
}
