package org.readingroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.readingroom.collection.Collection;
import org.readingroom.collection.CollectionLoader;
import org.readingroom.conversation.Conversations;
import org.readingroom.evaluation.EvaluationOptions;
import org.readingroom.evaluation.EvaluationReport;
import org.readingroom.evaluation.Evaluator;
import org.readingroom.evaluation.Floors;
import org.readingroom.index.BuildProgress;
import org.readingroom.search.LiveIndex;
import org.readingroom.search.PassageSearch;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** Asks the program every question of its set, and checks that the answers are no worse than they were. */
@RealProgram
class EvaluationIT {

  @Autowired
  LiveIndex index;

  @Autowired
  Conversations conversations;

  @Autowired
  PassageSearch search;

  @Autowired
  Collection collection;

  @Value("${reading-room.corpus}")
  Path corpus;

  @ParameterizedTest
  @ValueSource(strings = {"evaluation/reader-v1", "evaluation/reader-v2"})
  void theFloorsHold(Path set) {
    index.open(BuildProgress.SILENT);
    EvaluationReport report = Evaluator
        .of(conversations.apart(), search, collection, new CollectionLoader().source(corpus))
        .run(set, EvaluationOptions.UNWARMED);
    assertThat(Floors.read(set).violations(report)).isEmpty();
  }
}
