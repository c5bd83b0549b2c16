package org.readingroom.solr;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.solr.common.SolrDocument;
import org.apache.solr.common.SolrInputDocument;
import org.readingroom.index.Fields;
import org.readingroom.index.IndexField;
import org.readingroom.index.IndexedPassage;
import org.readingroom.index.PackedPassage;
import org.readingroom.passage.Passage;
import org.readingroom.text.TextAnalyzer;
import org.readingroom.text.Token;
import org.readingroom.text.WrittenWords;
import tools.jackson.databind.json.JsonMapper;

/** Makes the records of passages for the servers. */
final class SolrRecords {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final TextAnalyzer analyzer;

  SolrRecords(TextAnalyzer analyzer) {
    this.analyzer = analyzer;
  }

  /** Returns the record of a passage. */
  SolrInputDocument of(IndexedPassage indexed) {
    Passage passage = indexed.passage();
    String text = passage.text();
    SolrInputDocument solr = new SolrInputDocument();
    solr.setField(Fields.ID, passage.id());
    solr.setField(Fields.PASSAGE, PackedPassage.of(passage));
    solr.setField(Fields.DOCUMENT, indexed.document());
    solr.setField(Fields.NUMBER, passage.document().number());
    solr.setField(SolrFields.ORDINAL, passage.ordinal());
    solr.setField(Fields.KIND, passage.document().kind().word());
    solr.setField(Fields.FROM_DAY, indexed.firstDay());
    solr.setField(Fields.TO_DAY, indexed.lastDay());
    solr.setField(IndexField.TEXT.fieldName(), analysed(analyzer.tokens(passage.wholeWords().text())));
    solr.setField(IndexField.HEADER.fieldName(), analysed(analyzer.tokens(passage.header())));
    solr.setField(IndexField.WORDS.fieldName(), given(WrittenWords.of(text)));
    solr.setField(IndexField.ROOTS.fieldName(), given(WrittenWords.roots(text)));
    solr.setField(Fields.VECTOR, numbers(indexed.vector()));
    solr.setField(Fields.EMBEDDED, indexed.embedded());
    return solr;
  }

  static List<Integer> numbers(byte[] vector) {
    List<Integer> numbers = new ArrayList<>(vector.length);
    for (byte number : vector) {
      numbers.add((int) number);
    }
    return numbers;
  }

  /** Returns the vector of a record. */
  static byte[] vector(SolrDocument record) {
    Collection<Object> numbers = record.getFieldValues(Fields.VECTOR);
    byte[] vector = new byte[numbers.size()];
    int at = 0;
    for (Object number : numbers) {
      vector[at++] = ((Number) number).byteValue();
    }
    return vector;
  }

  /** Returns the packed passage of a record. */
  static ByteBuffer packed(SolrDocument record) {
    Object packed = record.getFieldValue(Fields.PASSAGE);
    return packed instanceof ByteBuffer buffer ? buffer : ByteBuffer.wrap((byte[]) packed);
  }

  private static String given(Collection<String> terms) {
    return analysed(terms.stream().map(term -> new Token(term, 1)).toList());
  }

  /** Returns terms as a field of Solr's class PreAnalyzedField takes them. */
  private static String analysed(List<Token> tokens) {
    return JSON.writeValueAsString(Map.of("v", "1", "tokens",
        tokens.stream().map(token -> Map.of("t", token.text(), "i", token.step())).toList()));
  }
}
