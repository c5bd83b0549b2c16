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
  /** Questions about given contexts; each may have its contexts with it. */
  READING("contexts.jsonl", QuestionSet.FILE),
  /** Texts with queries and the spans that answer them. */
  VERBATIM("rows.jsonl"),
  /** Questions on packs of look-alike passages, every sentence labelled. */
  PACKS("packs.jsonl.gz", "questions.jsonl.gz");

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
    if (forms.contains(QUESTIONS) && !forms.contains(READING) && ReadingSet.hasContexts(folder)) {
      forms.add(READING);
    }
    if (forms.contains(READING)) {
      forms.remove(QUESTIONS);
    }
    if (forms.isEmpty()) {
      throw new MalformedSetException("The folder " + folder + " holds no set: neither questions.jsonl, nor "
          + "corpus.jsonl with queries.jsonl and qrels.tsv, nor contexts.jsonl with questions.jsonl, nor "
          + "rows.jsonl, nor packs.jsonl.gz with questions.jsonl.gz.");
    }
    return forms;
  }
}
