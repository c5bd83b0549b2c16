package org.readingroom.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.readingroom.collection.Collection;
import org.readingroom.library.Holding;
import org.readingroom.library.Library;
import org.readingroom.reply.CollectionReply;
import org.readingroom.reply.CollectionReply.ProgressReply;
import org.readingroom.reply.FileProgress;
import org.readingroom.room.Room;
import org.readingroom.room.Rooms;
import org.readingroom.search.IndexState;
import org.readingroom.search.LiveIndex;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

class RoomShelfTests {

  private final Library library = mock(Library.class);
  private final Rooms rooms = mock(Rooms.class);
  private final DefaultListableBeanFactory program = new DefaultListableBeanFactory();
  private final RoomShelf shelf = new RoomShelf(program, () -> library, () -> rooms);

  @BeforeEach
  void setUp() {
    Collection builtIn = org.readingroom.mcp.Library.COLLECTION;
    LiveIndex index = mock(LiveIndex.class);
    given(index.state()).willReturn(new IndexState.Ready(120, 120));
    program.registerSingleton("collection", builtIn);
    program.registerSingleton("index", index);
    given(rooms.builtIn()).willReturn(new Room(builtIn.id(), program));
    given(library.holdings())
        .willReturn(List.of(new Holding("files", "Files", "", List.of(), 3, 3, 1, Instant.EPOCH)));
    given(rooms.state("files")).willReturn(Optional.empty());
  }

  @Test
  void aCollectionIsReadyWhereNothingIsLeftToDo() {
    assertThat(shelf.collections()).extracting(CollectionReply::state).containsExactly("ready", "ready");
  }

  @Test
  void aCollectionWhoseFilesAreBeingReadIsNotReady() {
    FileProgress reading = id -> new ProgressReply(1, 2);
    program.registerSingleton("reading", reading);

    CollectionReply files = shelf.collections().getLast();
    assertThat(files.state()).isEqualTo("indexing");
    assertThat(files.progress()).isEqualTo(new ProgressReply(1, 2));
  }

  @Test
  void aCollectionWhoseFilesWaitForAnotherProgramIsNotReady() {
    given(library.waiting("files")).willReturn(List.of("a.txt"));

    CollectionReply files = shelf.collections().getLast();
    assertThat(files.state()).isEqualTo("indexing");
    assertThat(files.progress()).isEqualTo(new ProgressReply(0, 1));
  }

  @Test
  void aCollectionWhoseIndexIsBehindIsNotReady() {
    given(rooms.isBehind("files")).willReturn(true);

    assertThat(shelf.collections().getLast().state()).isEqualTo("indexing");
  }
}
