package org.readingroom.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.readingroom.collection.Authority;
import org.readingroom.collection.Collection;
import org.readingroom.collection.Document;

/**
 * Knows who writes, is written to and is named in the documents, under every name of the authority file. The authors,
 * senders and addressees of files are known besides, each under the name that the file gives.
 */
final class People {

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  private final List<Person> persons;

  /**
   * Holds a person with the documents that concern them, in the order of the collection.
   *
   * @param named the documents whose title or text names them
   * @param words the single words that those call them by, as the authority file writes them and in its order
   */
  record Person(Authority.Entry entry, List<Document> wrote, List<Document> received, List<Document> named,
      List<String> words) {

    Person {
      wrote = List.copyOf(wrote);
      received = List.copyOf(received);
      named = List.copyOf(named);
      words = List.copyOf(words);
    }

    String name() {
      return entry.name();
    }

    /** Tells whether one of the names has all the words. */
    boolean isCalled(Set<String> words) {
      return names(entry).anyMatch(name -> People.words(name).containsAll(words));
    }
  }

  /** Holds one name of a person, as it is written and by its words in lower case. */
  private record Form(String name, List<String> words, Authority.Entry entry) {}

  People(Collection collection) {
    Map<String, List<Form>> forms = new HashMap<>();
    Set<Authority.Entry> entries = new LinkedHashSet<>();
    Set<String> things = new HashSet<>();
    for (Authority.Entry entry : collection.authority().entries()) {
      if (entry.type() != Authority.Type.PERSON) {
        names(entry).map(name -> String.join(" ", words(name))).forEach(things::add);
      } else {
        names(entry).map(name -> new Form(name, words(name), entry)).filter(form -> !form.words().isEmpty())
            .forEach(form -> forms.computeIfAbsent(form.words().getFirst(), first -> new ArrayList<>())
                .add(form));
        entries.add(entry);
      }
    }
    Map<Authority.Entry, List<Document>> wrote = new HashMap<>();
    Map<Authority.Entry, List<Document>> received = new HashMap<>();
    Map<Authority.Entry, List<Document>> named = new HashMap<>();
    Set<String> used = new HashSet<>();
    Map<String, Authority.Entry> others = new LinkedHashMap<>();
    for (Document document : collection.documents()) {
      add(document, parties(document, writers(document), forms, things, others), wrote);
      add(document, parties(document, Stream.ofNullable(document.to()), forms, things, others), received);
      // Without names to look for no text need be read.
      Set<Form> found = forms.isEmpty() ? Set.of() : named(document.title() + "\n" + document.text(), forms);
      add(document, entries(found), named);
      found.forEach(form -> used.add(form.name()));
    }
    entries.addAll(others.values());
    persons = entries.stream()
        .map(entry -> new Person(entry, wrote.getOrDefault(entry, List.of()),
            received.getOrDefault(entry, List.of()), named.getOrDefault(entry, List.of()),
            names(entry).filter(name -> used.contains(name) && !name.contains(" ")).toList()))
        .filter(person -> !person.wrote().isEmpty() || !person.received().isEmpty()
            || !person.named().isEmpty())
        .sorted(Comparator.comparingInt((Person person) -> person.wrote().size() + person.received().size())
            .thenComparingInt(person -> person.named().size()).reversed().thenComparing(Person::name))
        .toList();
  }

  /** Returns everybody whom a document concerns, the busiest correspondents first. */
  List<Person> all() {
    return persons;
  }

  /** Returns everybody who has a name with all the words. */
  List<Person> called(String name) {
    Set<String> words = new HashSet<>(words(name));
    return words.isEmpty() ? List.of() : persons.stream().filter(each -> each.isCalled(words)).toList();
  }

  private static void add(Document document, Set<Authority.Entry> entries,
      Map<Authority.Entry, List<Document>> lists) {
    entries.forEach(entry -> lists.computeIfAbsent(entry, none -> new ArrayList<>()).add(document));
  }

  private static Set<Authority.Entry> entries(Set<Form> forms) {
    return forms.stream().map(Form::entry).collect(Collectors.toSet());
  }

  private static Stream<String> writers(Document document) {
    return Stream.concat(Stream.ofNullable(document.from()),
        document.origin() == null ? Stream.of() : document.origin().authors().stream());
  }

  /**
   * Returns whom some names name.
   *
   * @param things the names of what is no person, in lower case
   * @param others those of no list, by the name that a file gives them; more of them are put there
   */
  private static Set<Authority.Entry> parties(Document document, Stream<String> names,
      Map<String, List<Form>> forms, Set<String> things, Map<String, Authority.Entry> others) {
    Set<Authority.Entry> parties = new HashSet<>();
    names.forEach(name -> {
      Set<Authority.Entry> known = entries(named(name, forms));
      String key = String.join(" ", words(name));
      parties.addAll(!known.isEmpty() || document.origin() == null || key.isEmpty() || things.contains(key)
          ? known
          : Set.of(others.computeIfAbsent(key,
              other -> new Authority.Entry(Authority.Type.PERSON, name, List.of()))));
    });
    return parties;
  }

  private static Stream<String> names(Authority.Entry entry) {
    return Stream.concat(Stream.of(entry.name()), entry.variants().stream());
  }

  private static Set<Form> named(@Nullable String text, Map<String, List<Form>> forms) {
    Set<Form> named = new HashSet<>();
    List<String> words = text == null ? List.of() : words(text);
    for (int i = 0; i < words.size(); i++) {
      for (Form form : forms.getOrDefault(words.get(i), List.of())) {
        int end = i + form.words().size();
        if (end <= words.size() && words.subList(i, end).equals(form.words())) {
          named.add(form);
        }
      }
    }
    return named;
  }

  private static List<String> words(String text) {
    return NO_WORD.splitAsStream(text.toLowerCase(Locale.ROOT)).filter(word -> !word.isEmpty()).toList();
  }
}
