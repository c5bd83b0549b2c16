package org.readingroom.collection;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Holds a collection of documents and what a reference needs to name it.
 *
 * @param id a short name that is part of every document's id
 * @param title the published title
 * @param description what it holds, in one sentence; empty where nobody says
 * @param publisher who published it
 * @param citation how a reference names the collection, ready to end a note
 * @param examples questions to begin with
 * @param sha256 the SHA-256 of the source file, in lower-case hexadecimal
 * @param documents the documents in the order of their numbers
 * @param authority the names of the people and places in it, with their variants
 * @param warnings what the parser could not place, such as a correction that no longer applies
 */
public record Collection(String id, String title, String description, String publisher, String citation,
    List<String> examples, String sha256, List<Document> documents, Authority authority,
    List<String> warnings) implements DocumentSource {

  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

  public Collection {
    examples = List.copyOf(examples);
    documents = List.copyOf(documents);
    warnings = List.copyOf(warnings);
  }

  /** Makes a collection without a description and examples. */
  public Collection(String id, String title, String publisher, String citation, String sha256,
      List<Document> documents, Authority authority, List<String> warnings) {
    this(id, title, "", publisher, citation, List.of(), sha256, documents, authority, warnings);
  }

  /** Returns the same documents with nothing known of the names in them. */
  public Collection withoutNames() {
    return new Collection(id, title, description, publisher, citation, examples, sha256, documents,
        new Authority(List.of()), warnings);
  }

  /** Finds a document by its number. */
  public Optional<Document> document(int number) {
    return documents.stream().filter(document -> document.number() == number).findFirst();
  }

  /** Finds a document by its id, or by its number in decimal digits. */
  public Optional<Document> find(String idOrNumber) {
    return NUMBER.matcher(idOrNumber).matches()
        ? document(Integer.parseInt(idOrNumber))
        : document(idOrNumber);
  }

  /** Finds a document by its id, such as {@code nkidp-korean-war:7}. */
  @Override
  public Optional<Document> document(String documentId) {
    return documents.stream().filter(document -> document.id().equals(documentId)).findFirst();
  }
}
