package org.readingroom.shell;

import java.io.PrintWriter;
import java.util.function.Function;
import java.util.function.Supplier;
import org.readingroom.answer.AnswerCancelledException;
import org.readingroom.collection.Collection;
import org.readingroom.library.FileRecord;
import org.readingroom.library.UpdateListener;
import org.readingroom.library.UpdateReport;
import org.springframework.shell.core.command.ExitStatus;

/** Shows how an update of a collection gets on, brings its index up to date and says what became of the files. */
final class LibraryUpdate {

  private final CurrentRoom room;
  private final IndexOpening index;
  private final Dialogue dialogue;
  private final Screen screen;

  LibraryUpdate(CurrentRoom room, IndexOpening index, Dialogue dialogue, Screen screen) {
    this.room = room;
    this.index = index;
    this.dialogue = dialogue;
    this.screen = screen;
  }

  /**
   * Runs an update.
   *
   * @param update does the update itself
   * @return {@link Exit#NOT_ALL_INDEXED} if there are files of which there is nothing to ask
   */
  ExitStatus run(String collection, Function<UpdateListener, UpdateReport> update, PrintWriter out) {
    UpdateReport report = update.apply(new Progress());
    screen.progress("");
    report.missing().forEach(place -> screen.remark(
        "There is no " + place + " now, or nothing in it; what was read from it stays in the collection."));
    report.remarks().forEach(screen::remark);
    if (report.cancelled()) {
      throw new AnswerCancelledException();
    }
    room.within(collection, () -> {
      Supplier<Collection> documents = room.of(Collection.class);
      return documents.get().documents().isEmpty() ? null : index.ready();
    });
    FileList.rows(report.troubles()).forEach(out::println);
    out.println(FileList.summary(collection, report));
    return report.troubles().isEmpty() ? ExitStatus.OK : Exit.NOT_ALL_INDEXED;
  }

  private final class Progress implements UpdateListener {

    @Override
    public void looked(FileRecord file, int done, int total) {
      screen.progress("Reading files: " + done + " of " + total + ", " + file.path());
    }

    @Override
    public boolean isCancelled() {
      return dialogue.isStopped();
    }
  }
}
