package org.readingroom.evaluation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Names the forms that a set may have; a folder may hold two of them. */
public enum SetForm {
  /** Questions about the program's own collection. */
  QUESTIONS(QuestionSet.FILE),
  /** Texts, queries and grades in the form of BEIR. */
  RETRIEVAL("corpus.jsonl", "queries.jsonl", "qrels.tsv"),
  /** Questions about given contexts, in a file of their own or in the questions'. */
  READING("contexts.jsonl", QuestionSet.FILE),
  /** Packs of passages that look alike, and the sentences of them that answer. */
  PACKS(PackSet.PACKS, PackSet.QUESTIONS),
  /** Queries, each with a text and the spans of it that answer. */
  SPANS(SpanSet.FILE);

  private final List<String> files;

  SetForm(String... files) {
    this.files = List.of(files);
  }

  /**
   * Recognises the forms of a set by its files.
   *
   * @throws MalformedSetException if there is none
   */
  public static Set<SetForm> of(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new MalformedSetException("There is no folder " + folder + ".");
    }
    Set<SetForm> forms = EnumSet.noneOf(SetForm.class);
    for (SetForm form : values()) {
      if (form.files.stream().allMatch(file -> Files.isRegularFile(folder.resolve(file)))) {
        forms.add(form);
      }
    }
    if (forms.contains(QUESTIONS) && ConversationTasks.isIn(folder)) {
      forms.add(READING);
    }
    if (forms.contains(READING)) {
      forms.remove(QUESTIONS);
    }
    if (forms.isEmpty()) {
      throw new MalformedSetException("The folder " + folder + " holds no set: neither questions.jsonl, nor "
          + "corpus.jsonl with queries.jsonl and qrels.tsv, nor contexts.jsonl with questions.jsonl, nor "
          + "packs.jsonl.gz with questions.jsonl.gz, nor rows.jsonl.");
    }
    return forms;
  }
}
