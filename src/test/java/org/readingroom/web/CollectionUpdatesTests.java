package org.readingroom.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.after;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.stubbing.Answer;
import org.readingroom.library.FileRecord;
import org.readingroom.library.Library;
import org.readingroom.library.UnknownCollectionException;
import org.readingroom.library.UpdateListener;
import org.readingroom.library.UpdateReport;
import org.readingroom.room.Rooms;

class CollectionUpdatesTests {

  private static final UpdateReport NOTHING = new UpdateReport(List.of(), List.of(), List.of(), List.of(),
      false);

  private final Library library = mock(Library.class);
  private final Rooms rooms = mock(Rooms.class);
  private final CollectionUpdates updates = new CollectionUpdates(library, rooms);
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final AtomicInteger atOnce = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();

  @BeforeEach
  void setUp() {
    given(library.folder(any())).willReturn(Path.of("target"));
    given(library.sequence("papers")).willReturn(1L, 2L);
    given(library.holdsLease()).willReturn(true);
  }

  @AfterEach
  void close() {
    goOn.countDown();
    updates.close();
  }

  @Test
  void tellsWhatWaitsAndHasTheRoomFollow() {
    given(library.update(any(), any())).willAnswer(slowly());

    updates.look("papers", List.of("a.txt", "b.txt"));
    await().until(() -> updates.queued("papers").equals(List.of("b.txt")));
    assertThat(updates.progress("papers")).hasToString("ProgressReply[done=1, total=2]");

    goOn.countDown();
    verify(rooms, timeout(5000)).served("papers");
    await().until(() -> updates.progress("papers") == null);
    assertThat(updates.queued("papers")).isEmpty();
  }

  @Test
  void doesOneThingAtATimeForACollection() {
    given(library.update(any(), any())).willAnswer(slowly());

    for (int i = 0; i < 5; i++) {
      updates.look("papers", List.of("a.txt"));
    }
    await().until(() -> atOnce.get() == 1);
    goOn.countDown();
    assertThat(most.get()).isEqualTo(1);
  }

  @Test
  void aLookAtWhatHasNotChangedOpensNoRoom() {
    given(library.sequence("papers")).willReturn(1L);
    given(library.update(any(), any())).willReturn(NOTHING);

    updates.look("papers", List.of());
    verify(library, timeout(5000)).update(eq("papers"), any());
    await().until(() -> updates.progress("papers") == null);
    verify(rooms, never()).served(any());
  }

  @Test
  void aChangeStopsWhatIsReadAndLetsItGoOnAfterwards() {
    given(library.update(any(), any())).willAnswer(slowly());

    updates.look("papers", List.of("a.txt", "b.txt"));
    await().until(() -> atOnce.get() == 1);
    Thread.ofVirtual().start(() -> {
      await().pollDelay(java.time.Duration.ofMillis(100)).until(() -> true);
      goOn.countDown();
    });
    assertThat(updates.change("papers", atOnce::get)).isZero();
    verify(library, timeout(5000).times(2)).update(eq("papers"), any());
  }

  @Test
  void aServerWithoutTheLeaseReadsNothing() {
    given(library.holdsLease()).willReturn(false);
    given(library.waiting("papers")).willReturn(List.of("a.txt"));

    updates.look("papers", List.of("a.txt"));

    verify(library, after(200).never()).update(any(), any());
    assertThat(updates.queued("papers")).containsExactly("a.txt");
    assertThat(updates.progress("papers")).hasToString("ProgressReply[done=0, total=1]");
  }

  @Test
  void givesWayToAnotherServerThatWaitsAndThenGoesOn() {
    given(library.update(any(), any())).willAnswer(slowly());
    given(library.isAwaited("papers")).willReturn(true, false);
    goOn.countDown();

    updates.look("papers", List.of("a.txt"));

    verify(library, timeout(5000).times(2)).update(eq("papers"), any());
    await().until(() -> updates.progress("papers") == null);
  }

  /** What fails is tried again by one of those who wanted it, not by each. */
  @Test
  void whatKeepsFailingIsTriedAgainOnce() {
    CollectionWork work = new CollectionWork();
    assertThat(work.want(List.of("a.txt"))).isTrue();
    assertThat(work.next()).isTrue();
    assertThat(work.postpone()).isTrue();
    assertThat(work.want(List.of())).isTrue();
    assertThat(work.next()).isTrue();
    assertThat(work.postpone()).isFalse();
    assertThat(work.again()).isTrue();
    assertThat(work.next()).isTrue();
    assertThat(work.postpone()).isTrue();
  }

  @Test
  void forgetsACollectionThatIsRemovedMeanwhile() {
    UnknownCollectionException removed = mock(UnknownCollectionException.class);
    given(library.sequence("gone")).willThrow(removed);

    updates.look("gone", List.of("a.txt"));
    verify(library, timeout(5000).atLeastOnce()).sequence("gone");
    await().until(() -> updates.progress("gone") == null);
    verify(library, atLeastOnce()).sequence("gone");
  }

  /** Reads one file, and ends as soon as it is told to or may go on. */
  private Answer<UpdateReport> slowly() {
    return call -> {
      UpdateListener listener = call.getArgument(1);
      most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
      listener.looked(new FileRecord("a.txt", "", "", 1, 1, FileRecord.INDEXED, "", "", "", null, null, 0,
          List.of(), null, "1"), 1, 2);
      goOn.await();
      atOnce.decrementAndGet();
      return new UpdateReport(List.of(), List.of(), List.of(), List.of(), listener.isCancelled());
    };
  }
}
