package org.readingroom.answer;

import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.rag.DefaultRetrievalAugmentor;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.readingroom.catalogue.Catalogue;
import org.readingroom.collection.Authority;
import org.readingroom.collection.Collection;
import org.readingroom.collection.Document;
import org.readingroom.collection.DocumentDate;
import org.readingroom.collection.Kind;
import org.readingroom.collection.Paragraph;
import org.readingroom.model.LanguageModel;
import org.readingroom.model.ModelSettings;
import org.readingroom.model.Output;
import org.readingroom.model.Provider;
import org.readingroom.passage.Chunker;
import org.readingroom.passage.Chunking;
import org.readingroom.passage.Passage;
import org.readingroom.passage.Sentence;
import org.readingroom.passage.SentenceSplitter;
import org.readingroom.passage.Span;
import org.readingroom.search.AnswerType;
import org.readingroom.search.Candidate;
import org.readingroom.search.Filters;
import org.readingroom.search.Fusion;
import org.readingroom.search.Ground;
import org.readingroom.search.PassageContentRetriever;
import org.readingroom.search.Query;
import org.readingroom.search.Ranking;
import org.readingroom.search.Retrieval;
import org.readingroom.search.RetrievedPassage;
import org.readingroom.search.Signal;
import org.readingroom.search.Signals;

/** Makes small documents, what a search finds in them, and assistants that answer from it. */
public final class Samples {

  public static final String LEAD_WORDS = "We would like to receive from Korea a yearly minimum of 25,000 tons of lead.";
  public static final Document LEAD = document(7, "Telegram, Joseph Stalin to Shtykov",
      LocalDate.of(1950, 1, 30), "Joseph Stalin", "Shtykov",
      "I received your report. " + LEAD_WORDS + " Please tell Kim so.");
  public static final Document PLANES = document(8, "Letter, Mao Zedong to Joseph Stalin",
      LocalDate.of(1950, 6, 30), "Mao Zedong", "Joseph Stalin",
      "We ask for planes. We ask for nine regiments of tanks. We will pay for all of it.");

  private Samples() {}

  public static Document document(int number, String text) {
    return document(number, "Telegram " + number, LocalDate.of(1950, 1, 1).plusDays(number), null, null,
        text);
  }

  public static Document document(int number, String title, LocalDate day, String from, String to,
      String text) {
    DocumentDate date = new DocumentDate(day, day,
        day.getDayOfMonth() + " " + name(day.getMonth().name()) + " " + day.getYear());
    return new Document("test", number, title, null, date, Kind.TELEGRAM, from, to, null, null, text, "00",
        List.of(new Paragraph(0, text.length(), Paragraph.Role.BODY, 1, 1)), List.of());
  }

  private static String name(String month) {
    return month.charAt(0) + month.substring(1).toLowerCase(java.util.Locale.ROOT);
  }

  /** Returns the one passage that a document of at most a few sentences is. */
  static Passage passage(Document document) {
    List<Sentence> sentences = new SentenceSplitter().split(document);
    return new Passage(document, 0,
        new Span(sentences.getFirst().span().start(), sentences.getLast().span().end()), sentences);
  }

  /** Returns the passages of all the documents, cut small. */
  static List<Passage> passages(List<Document> documents) {
    Chunker chunker = new Chunker(new Chunking(20, 0));
    return documents.stream().flatMap(document -> chunker.chunk(document).stream()).toList();
  }

  static Span span(Document document, String words) {
    int start = document.text().indexOf(words);
    return new Span(start, start + words.length());
  }

  static Query query(String text, AnswerType wanted) {
    return new Query(text, Filters.NONE, new org.readingroom.passage.Span(0, Math.max(1, text.length())),
        wanted,
        java.util.Set.of(), List.of(), List.of(), 1, List.of());
  }

  /** Returns the retrieval that finds these passages and no candidates in them. */
  static Retrieval retrieval(String text, List<Passage> passages) {
    return new Retrieval(query(text, AnswerType.OTHER), retrieved(passages), List.of(), List.of(), Map.of());
  }

  /** Returns a retrieval whose every ground speaks for an answer. */
  static Retrieval retrieval(AnswerType wanted, List<Candidate> candidates) {
    List<Passage> passages = candidates.stream().map(Candidate::document).distinct().map(Samples::passage)
        .toList();
    return new Retrieval(query("question", wanted), retrieved(passages), candidates, List.of(),
        Map.of(Ground.READ, 1.0));
  }

  private static List<RetrievedPassage> retrieved(List<Passage> passages) {
    List<RetrievedPassage> retrieved = new ArrayList<>();
    for (int i = 0; i < passages.size(); i++) {
      retrieved.add(new RetrievedPassage(passages.get(i), 0.9 / (i + 1)));
    }
    return retrieved;
  }

  static Candidate candidate(Document document, String words, double score) {
    Sentence sentence = new Sentence(span(document, words), Paragraph.Role.BODY, 0);
    return new Candidate(document, List.of(sentence), score, new Signals(), List.of(0.0));
  }

  static final ModelSettings SETTINGS = new ModelSettings(Provider.EXTRACTIVE, null, null, null, 0.0,
      Duration.ofSeconds(20), 4_096, Output.AUTO, 1, Duration.ofMillis(10), Duration.ofSeconds(1));

  private static CatalogueAnswers catalogue(FakeSearch search) {
    return new CatalogueAnswers(new Catalogue(new Collection("test", "A Reader", "A Press", "A Reader", "00",
        List.of(LEAD, PLANES), new Authority(List.of()), List.of()), search));
  }

  /** Puts the assistant together as the program does, with another model and another search. */
  public static QuestionAnswering answering(StreamingChatModel model, FakeSearch search) {
    return answering(model, search, ClaimSettings.Unsupported.DROP);
  }

  static QuestionAnswering answering(StreamingChatModel model, FakeSearch search,
      ClaimSettings.Unsupported unsupported) {
    return answering(model, ExtractiveChatModel.NAME, extractive(), search, unsupported);
  }

  /** Puts it together with an extractive model of its own, beside the one that writes. */
  static QuestionAnswering answering(StreamingChatModel model, String name, ExtractiveChatModel extractive,
      FakeSearch search, ClaimSettings.Unsupported unsupported) {
    Prompts prompts = new Prompts(Path.of("prompts"));
    var augmentor = DefaultRetrievalAugmentor.builder().queryTransformer(new FollowUps())
        .contentRetriever(new PassageContentRetriever(search))
        .contentInjector(new EvidenceInjector(prompts.read("evidence", "question", "evidence")));
    return AnswerConfiguration.assemble(catalogue(search), model, augmentor, prompts.read("assistant"),
        SETTINGS, new ClaimSettings(0.5, 300, unsupported), search, extractive, name);
  }

  /** Puts it together with a language model. */
  static QuestionAnswering answering(LanguageModel model, FakeSearch search,
      ClaimSettings.Unsupported unsupported) {
    return answering(model, extractive(), search, unsupported);
  }

  /** Puts it together with a language model and an extractive one of its own. */
  static QuestionAnswering answering(LanguageModel model, ExtractiveChatModel extractive, FakeSearch search,
      ClaimSettings.Unsupported unsupported) {
    return new AnswerConfiguration().questionAnswering(catalogue(search), extractive, model,
        model.settings(), SELECTION, new ClaimSettings(0.5, 300, unsupported), search, Path.of("prompts"));
  }

  /** Weighs the passage by 2 and nothing else. */
  static final Ranking RANKING = new Ranking(200, 10, 50, 8, Fusion.MIN_MAX, true, true, 0.6, 0.5, 0.5, 0.15,
      0.5, Map.of(Signal.READ, 2.0));

  private static final Selection SELECTION = new Selection(8, 0.8, 0.25, 1, 0, 0, 1_200, 350, 5);

  static ExtractiveChatModel extractive() {
    return extractive(0.5);
  }

  /** Returns one that is sure from an estimate on. */
  static ExtractiveChatModel extractive(double sure) {
    return new ExtractiveChatModel(new QuoteSelector(SELECTION,
        new Confidence(0.5, sure, 0, Map.of(Ground.READ, 1.0))), RANKING);
  }
}
