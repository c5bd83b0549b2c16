package org.readingroom.catalogue;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.readingroom.collection.Authority;
import org.readingroom.collection.Authority.Entry;
import org.readingroom.collection.Authority.Type;
import org.readingroom.collection.Collection;
import org.readingroom.collection.Document;
import org.readingroom.collection.Origin;

/** The names of a collection: its authority file, and who wrote and received its documents. */
final class Names {

  private final Map<String, Named> byForm = new HashMap<>();
  /** Who wrote or received a document, as written, by the folded name. */
  private final Map<String, String> parties = new LinkedHashMap<>();
  /** The folded names of those who wrote a document. */
  private final Set<String> senders;

  Names(Collection collection) {
    for (Entry entry : collection.authority().entries()) {
      Named named = new Named(entry.name(),
          forms(entry).map(form -> Folded.of(form).text()).collect(Collectors.toSet()), entry);
      named.forms().forEach(form -> byForm.putIfAbsent(form, named));
    }
    collection.documents().stream()
        .flatMap(document -> Stream.concat(senders(document), Stream.ofNullable(document.to())))
        .forEach(party -> parties.putIfAbsent(Folded.of(party).text(), party));
    senders = collection.documents().stream().flatMap(Names::senders)
        .map(sender -> Folded.of(sender).text()).collect(Collectors.toSet());
  }

  /** Returns who wrote a document: its sender, and the authors of its file that are not named there. */
  static Stream<String> senders(Document document) {
    Origin origin = document.origin();
    String from = document.from();
    Stream<String> authors = origin == null ? Stream.empty() : origin.authors().stream();
    return from == null
        ? authors
        : Stream.concat(Stream.of(from), authors.filter(author -> !words(from).contains(words(author))));
  }

  private static String words(String name) {
    return " " + Folded.of(name).text() + " ";
  }

  static Stream<String> forms(Entry entry) {
    return Stream.concat(Stream.of(entry.name()), entry.variants().stream());
  }

  /** Finds what a folded name means in the authority file. */
  Optional<Named> find(String folded) {
    return Optional.ofNullable(byForm.get(folded));
  }

  /** Finds the person of a folded name, or the office or body among the correspondents. */
  Optional<Named> correspondent(String folded) {
    Named known = byForm.get(folded);
    if (known != null) {
      Authority.Entry entry = Objects.requireNonNull(known.entry());
      return entry.type() == Type.PERSON || entry.type() == Type.BODY && isParty(folded)
          ? Optional.of(known)
          : Optional.empty();
    }
    return folded.contains(" ") && isParty(folded)
        ? Optional.of(new Named(asWritten(folded), Set.of(folded), null))
        : Optional.empty();
  }

  /** Returns the people whose first or last name a folded word is, in the order of the file. */
  List<Named> people(String word) {
    return byForm.values().stream()
        .filter(named -> named.entry() != null && named.entry().type() == Type.PERSON)
        .distinct().filter(named -> isEnd(Folded.of(named.name()).text(), word))
        .sorted(java.util.Comparator.comparing(Named::name)).toList();
  }

  private static boolean isEnd(String name, String word) {
    return name.startsWith(word + " ") || name.endsWith(" " + word);
  }

  /** Tells whether somebody wrote or received a document. */
  boolean isCorrespondent(Named named) {
    return parties.keySet().stream().anyMatch(named::isIn);
  }

  /** Tells whether somebody wrote a document. */
  boolean isSender(Named named) {
    return senders.stream().anyMatch(named::isIn);
  }

  private String asWritten(String folded) {
    return parties.entrySet().stream()
        .filter(party -> (" " + party.getKey() + " ").contains(" " + folded + " "))
        .map(party -> Folded.of(party.getValue()).written(folded, party.getValue())).findFirst()
        .orElse(folded);
  }

  private boolean isParty(String folded) {
    return parties.keySet().stream().anyMatch(party -> (" " + party + " ").contains(" " + folded + " "));
  }
}
