package org.readingroom.reply;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.readingroom.answer.Answer;
import org.readingroom.answer.Citation;
import org.readingroom.collection.Document;
import org.readingroom.conversation.Conversation;
import org.readingroom.conversation.Turn;
import org.readingroom.passage.Span;
import org.readingroom.reference.Reference;

/** Writes a conversation as Markdown: a heading a question, the answer, and its references as footnotes. */
public final class ConversationMarkdown {

  private static final Pattern MARKER = Pattern.compile("\\[(\\d+)\\]");

  private final Sources sources;

  public ConversationMarkdown(Reference reference) {
    this(Sources.of(reference));
  }

  public ConversationMarkdown(Sources sources) {
    this.sources = sources;
  }

  public String write(Conversation conversation, List<Turn> turns) {
    StringBuilder out = new StringBuilder("# ").append(line(conversation.title())).append('\n');
    List<String> notes = new ArrayList<>();
    for (Turn turn : turns) {
      out.append("\n## ").append(line(turn.question().text())).append("\n\n");
      if (turn.answer() instanceof Answer.Answered answered) {
        out.append(withFootnotes(answered, notes.size())).append('\n');
        answered.citations().forEach(citation -> notes.add(note(citation)));
      } else {
        out.append(escaped(turn.answer().text())).append(turn.answer().related().isEmpty() ? "\n" : "\n\n");
        turn.answer().related()
            .forEach(document -> out.append("- ").append(line(sources.reference(document).note(document)))
                .append('\n'));
      }
    }
    for (int i = 0; i < notes.size(); i++) {
      out.append("\n[^").append(i + 1).append("]: ").append(notes.get(i)).append('\n');
    }
    return out.toString();
  }

  /**
   * Puts footnotes where the markers stand; a bracketed number within a quotation is the document's own.
   *
   * @param before how many footnotes there are already; they are counted through the conversation
   */
  private static String withFootnotes(Answer.Answered answered, int before) {
    String text = answered.text();
    StringBuilder out = new StringBuilder();
    Matcher marker = MARKER.matcher(text);
    int from = 0;
    while (marker.find()) {
      int place = place(answered.citations(), marker.group(1));
      if (place >= 0 && !isQuoted(answered, marker.start())) {
        out.append(escaped(text.substring(from, marker.start()))).append("[^").append(before + place + 1)
            .append(']');
        from = marker.end();
      }
    }
    return out.append(escaped(text.substring(from))).toString();
  }

  private static int place(List<Citation> citations, String marker) {
    for (int i = 0; i < citations.size(); i++) {
      if (Integer.toString(citations.get(i).marker()).equals(marker)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isQuoted(Answer.Answered answered, int at) {
    return answered.citations().stream().map(citation -> citation.quote().text()).anyMatch(quote -> {
      int start = answered.text().lastIndexOf(quote, at);
      return start >= 0 && at < start + quote.length();
    });
  }

  private String note(Citation citation) {
    Document document = citation.quote().document();
    Span span = citation.quote().span();
    return line(sources.reference(document).note(document, span)) + " Characters " + span.start() + "–"
        + span.end() + ".";
  }

  private static String line(String text) {
    return escaped(text.replaceAll("\\s+", " "));
  }

  /** Returns text that Markdown shows as it is. */
  private static String escaped(String text) {
    return VisibleText.of(text).replaceAll("([\\\\`*_{}\\[\\]<>|~&#])", "\\\\$1")
        .replaceAll("(?m)^(\\s*)([-+=])", "$1\\\\$2")
        .replaceAll("(?m)^(\\s*\\d+)([.)])", "$1\\\\$2");
  }
}
