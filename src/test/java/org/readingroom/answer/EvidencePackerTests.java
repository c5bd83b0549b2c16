package org.readingroom.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.query.Metadata;
import dev.langchain4j.rag.query.Query;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.readingroom.model.TokenEstimate;
import org.readingroom.passage.Passage;
import org.readingroom.search.PassageContentRetriever;

class EvidencePackerTests {

  private static final TokenEstimate TOKENS = new TokenEstimate();
  private static final List<Passage> PASSAGES = Samples.passages(List.of(Samples.LEAD, Samples.PLANES,
      Samples.document(9, "It rained all day. ".repeat(40).strip())));

  private static List<Content> packed(int most, String... said) {
    Query query = Query.from("How much lead?", Metadata.from(UserMessage.from("How much lead?"), "c",
        List.of(said).stream().map(AiMessage::from).map(m -> (dev.langchain4j.data.message.ChatMessage) m)
            .toList()));
    List<Content> found = new PassageContentRetriever(new FakeSearch(PASSAGES))
        .retrieve(Query.from("lead"));
    return new EvidencePacker(TOKENS, most).aggregate(Map.of(query, List.of(found)));
  }

  @Test
  void keepsAllThatFits() {
    assertThat(packed(10_000)).hasSameSizeAs(PASSAGES);
  }

  @Property(tries = 200)
  void keepsTheBestWithinTheTokensAndCutsNoSentence(@ForAll @IntRange(min = 0, max = 900) int most) {
    List<Content> packed = packed(most);
    int sum = 0;
    for (int i = 0; i < packed.size(); i++) {
      String text = packed.get(i).textSegment().text();
      sum += TOKENS.estimateTokenCountInText(text);
      assertThat(PASSAGES.get(i).text()).startsWith(text);
      if (i < packed.size() - 1) {
        assertThat(text).isEqualTo(PASSAGES.get(i).text());
      }
      assertThat(text).endsWith(".");
    }
    assertThat(sum).isLessThanOrEqualTo(most);
  }

  @Test
  void leavesRoomForWhatWasSaidBefore() {
    assertThat(packed(300)).isNotEmpty();
    assertThat(packed(300, "It was said at length. ".repeat(100))).isEmpty();
  }
}
