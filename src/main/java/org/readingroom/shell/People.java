package org.readingroom.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.readingroom.collection.Authority;
import org.readingroom.collection.Collection;
import org.readingroom.collection.Document;

/** Knows who writes, is written to and is named in the documents, under every name of the authority file. */
final class People {

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  private final List<Person> persons;

  /**
   * Is someone of the authority file with the documents that concern them, in the order of their numbers.
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

  /** Is one way to name somebody, as it is written and by its words in lower case. */
  private record Form(String name, List<String> words, Authority.Entry entry) {}

  People(Collection collection) {
    Map<String, List<Form>> forms = new HashMap<>();
    List<Authority.Entry> entries = new ArrayList<>();
    for (Authority.Entry entry : collection.authority().entries()) {
      if (entry.type() == Authority.Type.PERSON) {
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
    for (Document document : collection.documents()) {
      add(document, named(document.from(), forms), wrote);
      add(document, named(document.to(), forms), received);
      // Without names to look for no text need be read.
      Set<Form> found = forms.isEmpty() ? Set.of() : named(document.title() + "\n" + document.text(), forms);
      add(document, found, named);
      found.forEach(form -> used.add(form.name()));
    }
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

  private static void add(Document document, Set<Form> forms, Map<Authority.Entry, List<Document>> lists) {
    forms.stream().map(Form::entry).distinct()
        .forEach(entry -> lists.computeIfAbsent(entry, none -> new ArrayList<>()).add(document));
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
