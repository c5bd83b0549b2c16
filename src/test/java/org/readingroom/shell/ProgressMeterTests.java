package org.readingroom.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProgressMeterTests {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private long seconds;

  @Test
  void writesALineEveryFewSecondsWhereNobodyLooks() {
    ProgressMeter meter = meter(false);
    for (int done = 1; done <= 1000; done++) {
      seconds = done / 100;
      meter.embedded(done, 1000);
    }
    meter.finished();
    assertThat(err.toString().lines()).containsExactly("Building the index: 1000 passages.",
        "Building the index: 500 of 1000 passages, 100/s, 5 s left",
        "Building the index: 1000 of 1000 passages, 100/s, 0 s left",
        "Built the index of 1000 passages in 10 s.");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void drawsABarWhereSomeoneLooks() {
    ProgressMeter meter = meter(true);
    meter.embedded(0, 300);
    seconds = 2;
    meter.embedded(100, 300);
    assertThat(err.toString())
        .contains("\rIndexing [##########....................] 100 of 300 passages, 50/s, 4 s left");
  }

  @Test
  void saysThatAnotherProcessIsBuilding() {
    meter(true).waitsForOther();
    assertThat(err.toString().lines())
        .containsExactly("Another process is building the index; waiting for it.");
  }

  @Test
  void isSilentWhenNothingIsBuilt() {
    meter(true).finished();
    meter(false).stopped();
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void saysThatABuildWasStopped() {
    ProgressMeter meter = meter(false);
    meter.embedded(1, 300);
    meter.stopped();
    meter.finished();
    assertThat(err.toString().lines()).last()
        .isEqualTo("Stopped while building the index; the next start builds it again.");
  }

  @Test
  void writesDurations() {
    assertThat(ProgressMeter.duration(59)).isEqualTo("59 s");
    assertThat(ProgressMeter.duration(125)).isEqualTo("2:05 min");
  }

  private ProgressMeter meter(boolean watched) {
    return new ProgressMeter(Samples.screen(out, err, watched), () -> TimeUnit.SECONDS.toNanos(seconds));
  }
}
