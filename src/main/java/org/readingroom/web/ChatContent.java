package org.readingroom.web;

import java.util.List;
import java.util.stream.Collectors;
import org.readingroom.reply.AnswerReply;
import org.readingroom.reply.CitationReply;
import org.readingroom.reply.DocumentReply;
import org.readingroom.web.ChatCompletions.Annotation;
import org.readingroom.web.ChatCompletions.UrlCitation;

/**
 * Puts an answer into what a chat shows, with links to the page of the documents.
 *
 * @param page the address of the page, with a slash at its end
 * @param builtIn the id of the built-in collection, whose documents the page knows by their numbers
 */
record ChatContent(String page, String builtIn) {

  /** Returns the answer, and where there is none the nearest documents. */
  String text(AnswerReply reply) {
    return reply.answer() + nearest(reply);
  }

  /** Returns what is to be added to the words of an answer: a list of the documents it calls the nearest. */
  String nearest(AnswerReply reply) {
    return reply.status().equals("abstained") && !reply.related().isEmpty()
        ? reply.related().stream().map(this::line).collect(Collectors.joining("\n", "\n\n", ""))
        : "";
  }

  private String line(DocumentReply document) {
    String title = document.title().replaceAll("([\\\\\\[\\]*_`])", "\\\\$1");
    // Undated is "../..", which tells a reader nothing.
    String date = document.date().matches("[./]*") ? "" : ", " + document.date();
    return "- [" + title + "](" + page + "#/documents/" + name(document.id()) + ")" + date;
  }

  /** Returns the citations with links that open the page at the words. */
  List<Annotation> annotations(AnswerReply reply) {
    return reply.citations().stream().map(citation -> new Annotation("url_citation",
        new UrlCitation(citation.answerStart(), citation.answerEnd(), citation.documentTitle(),
            url(citation))))
        .toList();
  }

  private String url(CitationReply citation) {
    return page + "#/documents/" + name(citation.documentId()) + "?start=" + citation.startCharIndex()
        + "&end="
        + citation.endCharIndex();
  }

  private String name(String id) {
    return id.startsWith(builtIn + ":") ? id.substring(builtIn.length() + 1) : id;
  }
}
