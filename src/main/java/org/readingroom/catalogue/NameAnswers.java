package org.readingroom.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.readingroom.catalogue.CatalogueQuestion.Who;
import org.readingroom.catalogue.Finding.Place;
import org.readingroom.collection.Authority;
import org.readingroom.collection.Document;
import org.readingroom.passage.Sentence;
import org.readingroom.passage.SentenceSplitter;
import org.readingroom.passage.Span;
import org.readingroom.search.Filters;
import org.readingroom.search.Mention;
import org.readingroom.search.PassageSearch;

/** Answers who or what a name means, from the authority file, with sentences of documents that show it. */
final class NameAnswers {

  /** How many other names are told, and how many people of one name. */
  private static final int NAMES = 12;
  private static final int SENTENCES = 3;
  private static final String GAP = "[^\\p{L}\\p{N}]+";

  private final DocumentFinder finder;
  private final PassageSearch search;

  NameAnswers(DocumentFinder finder, PassageSearch search) {
    this.finder = finder;
    this.search = search;
  }

  /** Says whom or what a name means, and who else it may mean. */
  Finding who(Who asked, Filters filters, int most) {
    Named named = asked.meant().getFirst();
    Authority.Entry entry = named.entry();
    if (asked.meant().size() > 1 || entry == null) {
      return several(asked);
    }
    List<Document> documents = finder.find(filters, "");
    String role = entry.role() == null ? "" : entry.role();
    List<Mention> mentions = search.mentions(entry.name(), role, filters);
    boolean other = named.hasOtherName(asked.asked());
    List<Place> glosses = other ? glosses(documents, asked.asked(), named) : List.of();
    List<Place> places = (glosses.isEmpty() ? mentions.stream().map(Listings::place) : glosses.stream())
        .limit(Math.min(most, SENTENCES)).toList();
    String opening = (other
        ? "“" + asked.asked() + (isAbbreviation(asked.asked()) ? "” stands for " : "” is another name for ")
        : "") + entry.name()
        + (role.isEmpty() ? "." : ": " + role + ".") + counts(named, documents, mentions.size());
    return new Finding(
        opening
            + (places.isEmpty() ? "" : glosses.isEmpty() ? " For example:" : " The documents write it so:"),
        places, otherForms(asked.asked(), named, entry), List.of());
  }

  private static boolean isAbbreviation(String name) {
    return name.length() > 1 && name.codePoints().allMatch(c -> Character.isUpperCase(c) || c == '.');
  }

  private static Finding several(Who asked) {
    List<String> people = asked.meant().stream().map(Named::entry).filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .map(entry -> entry.name() + (entry.role() == null ? "" : " (" + entry.role() + ")")).toList();
    if (people.size() == 1) {
      return Finding.said("“" + asked.asked() + "” may mean " + people.getFirst() + ".");
    }
    return Finding.said("“" + asked.asked() + "” may mean one of " + people.size() + " people: "
        + people.stream().limit(NAMES).collect(Collectors.joining("; "))
        + (people.size() > NAMES ? "; and " + (people.size() - NAMES) + " more" : "")
        + ". Ask for one by the whole name.");
  }

  private static String counts(Named named, List<Document> documents, int mentions) {
    long from = documents.stream().filter(document -> Names.senders(document).anyMatch(named::isAmong))
        .count();
    long to = documents.stream().filter(document -> named.isAmong(document.to())).count();
    List<String> counts = new ArrayList<>();
    if (from > 0) {
      counts.add(from + (from == 1 ? " document is" : " documents are") + " from " + named.name());
    }
    if (to > 0) {
      counts.add(
          to + (from > 0 ? " to" : to == 1 ? " document is to" : " documents are to") + " " + named.name());
    }
    counts.add(mentions + (from + to > 0 ? "" : mentions == 1 ? " document" : " documents")
        + (mentions == 1 ? " mentions" : " mention") + " the name in some form");
    return " " + Numbers.list(counts) + ".";
  }

  /** Names the other forms, cover names and abbreviations before spellings. */
  private static String otherForms(String asked, Named named, Authority.Entry entry) {
    String folded = Folded.of(asked).text();
    List<String> others = entry.variants().stream().filter(form -> !Folded.of(form).text().equals(folded))
        .sorted(Comparator.comparing(form -> !named.hasOtherName(form))).toList();
    return others.isEmpty()
        ? ""
        : "Other forms of the name: " + others.stream().limit(NAMES).collect(Collectors.joining(", "))
            + (others.size() > NAMES ? " and " + (others.size() - NAMES) + " more" : "") + ".";
  }

  /** Returns the sentences in which a document puts another form of the name in brackets behind this one. */
  private static List<Place> glosses(List<Document> documents, String asked, Named named) {
    String forms = named.forms().stream().filter(form -> !form.equals(Folded.of(asked).text()))
        .map(form -> form.replace(" ", GAP)).collect(Collectors.joining("|"));
    String form = Folded.of(asked).text().replace(" ", GAP);
    Pattern gloss = Pattern.compile("\\b" + form + "[\"”']?\\s*[\\[(](?:" + forms + ")[\\])]",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    return documents.stream().flatMap(document -> gloss(document, gloss).stream()).toList();
  }

  private static Optional<Place> gloss(Document document, Pattern gloss) {
    Matcher found = gloss.matcher(document.text());
    while (found.find()) {
      Span words = new Span(found.start(), found.end());
      Optional<Sentence> around = new SentenceSplitter().split(document).stream()
          .filter(sentence -> sentence.span().contains(words)
              && sentence.span().length() <= SentenceSplitter.MAX_LENGTH)
          .findFirst();
      if (around.isPresent()) {
        return Optional.of(new Place(document, around.get().span(), List.of(words)));
      }
    }
    return Optional.empty();
  }
}
