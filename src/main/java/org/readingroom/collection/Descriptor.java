package org.readingroom.collection;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import org.readingroom.collection.Correspondents.Naming;

/**
 * Holds a collection's descriptor: what it is called, where its text is and how it is parsed.
 *
 * @param description what the collection holds, in one sentence; empty where the file has none
 * @param format the name of the parser
 * @param documents how many documents the text must hold
 * @param lastWords the words the text must end with, so that one cut short is recognised
 * @param examples questions to begin with
 */
record Descriptor(String id, String title, String description, String publisher, String citation,
    String format, String file, Charset encoding, int documents, String lastWords,
    List<String> examples, List<Naming> correspondents) {

  static final String FILE = "collection.yaml";

  static Descriptor read(Path folder) {
    DescriptorFields fields = DescriptorFields.of(folder.resolve(FILE));
    return new Descriptor(fields.text("id"), fields.text("title"), fields.textOrNone("description"),
        fields.text("publisher"), fields.text("citation"), fields.text("format"), fields.text("file"),
        fields.charset("encoding"), fields.number("documents"), fields.text("last_words"),
        fields.textsOrNone("examples"), fields.namings("correspondents"));
  }
}
