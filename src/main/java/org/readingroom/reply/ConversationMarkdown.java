package org.readingroom.reply;

import java.util.List;
import org.readingroom.answer.Answer;
import org.readingroom.answer.Citation;
import org.readingroom.conversation.Conversation;
import org.readingroom.conversation.Turn;
import org.readingroom.reference.Reference;

/** Writes a conversation as Markdown: a heading a question, the answer, and its references. */
public final class ConversationMarkdown {

  private final Reference reference;

  public ConversationMarkdown(Reference reference) {
    this.reference = reference;
  }

  public String write(Conversation conversation, List<Turn> turns) {
    StringBuilder out = new StringBuilder("# ").append(line(conversation.title())).append('\n');
    for (Turn turn : turns) {
      out.append("\n## ").append(line(turn.question().text())).append("\n\n")
          .append(escaped(turn.answer().text())).append('\n');
      if (turn.answer() instanceof Answer.Answered answered) {
        out.append('\n');
        answered.citations().forEach(citation -> out.append(note(citation)));
      } else if (turn.answer() instanceof Answer.Abstained abstained && !abstained.related().isEmpty()) {
        out.append('\n');
        abstained.related()
            .forEach(document -> out.append("- ").append(line(reference.note(document))).append('\n'));
      }
    }
    return out.toString();
  }

  private String note(Citation citation) {
    return "- \\[" + citation.marker() + "\\] " + line(reference.note(citation.quote().document()))
        + " Characters " + citation.quote().span().start() + "–" + citation.quote().span().end() + ".\n";
  }

  private static String line(String text) {
    return escaped(text.replaceAll("\\s+", " "));
  }

  /** Returns text that Markdown shows as it is. */
  private static String escaped(String text) {
    return text.replaceAll("([\\\\`*_{}\\[\\]<>|~&#])", "\\\\$1").replaceAll("(?m)^(\\s*)([-+=])", "$1\\\\$2")
        .replaceAll("(?m)^(\\s*\\d+)([.)])", "$1\\\\$2");
  }
}
