package org.readingroom.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.readingroom.catalogue.CatalogueQuestion.Greeting;
import org.readingroom.catalogue.CatalogueQuestion.Help;
import org.readingroom.catalogue.CatalogueQuestion.Listing;
import org.readingroom.catalogue.CatalogueQuestion.Mentioning;
import org.readingroom.catalogue.CatalogueQuestion.Overview;
import org.readingroom.catalogue.CatalogueQuestion.Single;
import org.readingroom.catalogue.CatalogueQuestion.Who;
import org.readingroom.catalogue.Finding.Place;
import org.readingroom.collection.Collection;
import org.readingroom.collection.Document;
import org.readingroom.collection.Kind;
import org.readingroom.search.Filters;
import org.readingroom.search.PassageSearch;

/** Answers questions about a collection: what it is, who is in it, which documents it has. */
public final class Catalogue implements CollectionAnswers {

  /** How many kinds and correspondents are told. */
  private static final int MOST = 4;
  private static final String ASK = "Ask about a person, a place, an event or a date in them: every answer is quoted from"
      + " the documents.";

  private final Collection collection;
  private final QuestionRecognizer recognizer;
  private final Listings listings;
  private final NameAnswers names;

  public Catalogue(Collection collection, PassageSearch search) {
    this.collection = collection;
    this.recognizer = new QuestionRecognizer(collection, new Names(collection));
    DocumentFinder finder = new DocumentFinder(collection);
    this.listings = new Listings(collection, finder, search);
    this.names = new NameAnswers(finder, search);
  }

  @Override
  public List<Finding> answers(String question, List<String> earlier, Filters filters, int most) {
    return answer(question, earlier, filters, most).stream().toList();
  }

  /** Tells whether a question is a greeting or asks for help, to which every collection says the same. */
  boolean isSmallTalk(String question) {
    return recognizer.recognize(question)
        .filter(asked -> asked instanceof Greeting || asked instanceof Help).isPresent();
  }

  /** Tells whether a question is for a name or for the whole, which other collections may have more to say of. */
  boolean isOpen(String question) {
    return recognizer.recognize(question)
        .filter(asked -> asked instanceof Who || asked instanceof Overview).isPresent();
  }

  /**
   * Answers a question about the collection; empty for one in it.
   *
   * @param earlier the questions asked before it, in order
   * @param filters the documents that are counted and listed
   * @param most how many places at most
   * @throws org.readingroom.search.IndexNotReadyException if the answer needs the index and that is not ready
   */
  public Optional<Finding> answer(String question, List<String> earlier, Filters filters, int most) {
    return recognizer.recognize(question, earlier).flatMap(asked -> switch (asked) {
      case Greeting greeting -> Optional.of(Finding.said(switch (greeting.courtesy()) {
        case HELLO -> hello();
        case THANKS -> "You’re welcome. Ask on whenever you like.";
        case FAREWELL -> "Goodbye.";
      }));
      case Help() -> Optional.of(Finding.said(help()));
      case Overview overview -> Optional.of(Finding.said(overview(overview.summary())));
      case Who who -> Optional.of(names.who(who, filters, most));
      case Single single -> Optional.of(single(single.number()));
      case Listing listing -> Optional.of(listings.list(listing, filters, most));
      case Mentioning mentioning -> listings.mentioning(mentioning, filters, most);
    });
  }

  private String hello() {
    return "Hello. " + what() + " " + ASK + " Type “what can I ask?” for examples.";
  }

  private String help() {
    List<String> senders = most(Names::senders);
    List<String> examples = new ArrayList<>(List.of("What is this?"));
    if (!senders.isEmpty()) {
      examples.add("Who is " + senders.getFirst() + "?");
      examples.add("What did " + senders.getFirst() + " write?");
      examples.add("Which documents mention " + senders.getLast() + "?");
    }
    most(document -> Optional.ofNullable(document.date().from())
        .map(from -> String.valueOf(from.getYear())).stream())
        .stream().findFirst().ifPresent(year -> examples.add("How many documents are from " + year + "?"));
    collection.documents().stream().findFirst()
        .ifPresent(first -> examples.add("What is in document " + first.number() + "?"));
    examples.removeIf(example -> recognizer.recognize(example).isEmpty());
    List<String> asked = collection.examples().stream().limit(MOST).toList();
    return "Ask in your own words about what the documents say"
        + (asked.isEmpty() ? "" : ", such as " + quoted(asked))
        + ": the answer is quoted from them word for word, or it says"
        + " that they do not answer. Ask about the collection, too: "
        + quoted(examples) + ".";
  }

  private static String quoted(List<String> questions) {
    return questions.stream().map(question -> "“" + question + "”").collect(Collectors.joining(", "));
  }

  private String overview(boolean summary) {
    List<String> kinds = most(document -> Stream.of(document.kind()).filter(kind -> kind != Kind.OTHER)
        .map(Numbers::plural));
    List<String> senders = most(Names::senders);
    return (summary
        ? "Nothing is summarized here, for every answer is quoted from the documents. This is what they are. "
        : "") + what() + span()
        + (kinds.isEmpty() ? "" : " Most are " + Numbers.list(kinds) + ".")
        + (senders.isEmpty() ? "" : " Among those who wrote them are " + Numbers.list(senders) + ".") + " "
        + (summary ? "Ask about a part of it: a person, a place, an event or a date." : ASK);
  }

  private String what() {
    int documents = collection.documents().size();
    return "“" + collection.title() + "” is a collection of " + documents
        + (documents == 1 ? " document" : " documents")
        + (collection.description().isEmpty() ? "." : ": " + collection.description());
  }

  private String span() {
    List<Document> dated = collection.documents().stream()
        .filter(document -> document.date().from() != null && document.date().to() != null)
        .sorted(Comparator.comparing(document -> document.date().sortDay())).toList();
    return dated.isEmpty()
        ? ""
        : " The earliest is of " + dated.getFirst().date().label() + ", the latest of "
            + dated.getLast().date().label()
            + ".";
  }

  /** Returns what most documents have, the most frequent first. */
  private List<String> most(Function<Document, Stream<String>> what) {
    Map<String, Long> counts = collection.documents().stream().flatMap(what)
        .collect(Collectors.groupingBy(value -> value, LinkedHashMap::new, Collectors.counting()));
    return counts.entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .limit(MOST)
        .map(Map.Entry::getKey).toList();
  }

  private Finding single(int number) {
    Optional<Document> document = collection.document(number);
    if (document.isEmpty()) {
      return Finding.said("There is no document " + number + "; the collection has "
          + Numbers.documents(collection.documents()) + ".");
    }
    Optional<Place> begins = Opening.sentences(document.get());
    return new Finding(described(document.get()) + (begins.isEmpty() ? "" : " It begins:"),
        begins.stream().toList(), "", List.of(document.get()));
  }

  private static String described(Document document) {
    String kind = document.kind() == Kind.OTHER
        ? "document"
        : document.kind().word().toLowerCase(Locale.ROOT);
    List<String> senders = Names.senders(document).toList();
    return "Document " + document.number() + " is “" + document.title() + "”, a " + kind
        + (senders.isEmpty() ? "" : " from " + Numbers.list(senders))
        + (document.to() == null ? "" : " to " + document.to())
        + (document.showsDate() ? ", " + document.date().label() : "")
        + (document.source() == null ? "" : ", " + document.source().replaceFirst("[.\\s]+$", "")) + ".";
  }
}
