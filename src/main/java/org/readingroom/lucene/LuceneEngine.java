package org.readingroom.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;
import org.readingroom.index.BuildProgress;
import org.readingroom.index.BuildTurn;
import org.readingroom.index.Contents;
import org.readingroom.index.IndexBuilder;
import org.readingroom.index.IndexEngine;
import org.readingroom.index.IndexException;
import org.readingroom.index.PassageIndex;
import org.readingroom.text.TextAnalyzer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An index in a folder, which many processes may read and one at a time may build. */
public final class LuceneEngine implements IndexEngine {

  private static final Logger log = LoggerFactory.getLogger(LuceneEngine.class);

  /**
   * The file that whoever builds has locked, from looking whether someone else has built to opening what it
   * built itself; Lucene's own lock covers only the writing. The system frees it when a process ends.
   */
  private static final String LOCK = "build.lock";

  private final Path path;
  private final TextAnalyzer analyzer;

  /**
   * Names a folder.
   *
   * @param path made when something is built, if missing
   */
  public LuceneEngine(Path path, TextAnalyzer analyzer) {
    this.path = path;
    this.analyzer = analyzer;
  }

  @Override
  public String place() {
    return path.toString();
  }

  @Override
  public String setUp() {
    return "The index is kept in " + path + ", where nothing has to be set up.";
  }

  /**
   * Opens the index if it is of the key and whole to the last bit, else returns null. What killed builds have left
   * beside it is removed, unless another process is building.
   *
   * @throws IndexException where it cannot be read for another reason than damage
   */
  @Override
  public @Nullable PassageIndex openIfCurrent(Contents contents) throws IOException {
    PassageIndex opened = read(contents);
    if (opened != null) {
      removeLeftovers();
    }
    return opened;
  }

  private void removeLeftovers() {
    try (Directory directory = FSDirectory.open(path)) {
      if (hasLeftovers(directory)) {
        try (Lock lock = directory.obtainLock(LOCK)) {
          LuceneUpdate.removeLeftovers(directory);
          lock.ensureValid();
        }
      }
    } catch (IOException | RuntimeException e) {
      log.debug("What is left of other builds in {} stays for now: {}", path, e.toString());
    }
  }

  /** Tells whether there are files of an index that the last commit does not hold. */
  private static boolean hasLeftovers(Directory directory) throws IOException {
    Set<String> held = Set.copyOf(SegmentInfos.readLatestCommit(directory).files(true));
    return Arrays.stream(directory.listAll())
        .anyMatch(file -> !held.contains(file) && (IndexFileNames.CODEC_FILE_PATTERN.matcher(file).matches()
            || file.startsWith(IndexFileNames.SEGMENTS) || file.startsWith(IndexFileNames.PENDING_SEGMENTS)));
  }

  /**
   * Does {@link #openIfCurrent} and removes nothing. Reading all of the index costs 50 ms of processor time for
   * 100 MB; Lucene alone would notice files cut short but not changed bytes.
   */
  private @Nullable PassageIndex read(Contents contents) throws IOException {
    if (!Files.isDirectory(path)) {
      return null;
    }
    Directory directory = FSDirectory.open(path);
    DirectoryReader reader = null;
    PassageIndex opened = null;
    try {
      if (DirectoryReader.indexExists(directory)) {
        reader = DirectoryReader.open(directory);
        if (contents.key().key().equals(reader.getIndexCommit().getUserData().get(LuceneUpdate.KEY))) {
          for (LeafReaderContext leaf : reader.leaves()) {
            leaf.reader().checkIntegrity();
          }
          opened = new LuceneIndex(directory, reader, contents.documents());
        }
      }
    } catch (IOException | RuntimeException e) {
      requireDamage(e);
      log.warn("The index in {} cannot be read: {}", path, e.toString());
    } finally {
      if (opened == null) {
        IOUtils.closeWhileHandlingException(reader, directory);
      }
    }
    return opened;
  }

  private void requireDamage(Exception failure) {
    if (!Damage.isShownBy(failure)) {
      throw new IndexException(
          "The index in " + path + " cannot be read, and is left as it is (" + failure + ").", failure);
    }
  }

  @Override
  public PassageIndex build(Contents contents, boolean anew, IndexBuilder builder,
      BuildProgress progress) throws IOException {
    try (Directory directory = FSDirectory.open(path);
        Lock lock = BuildTurn.await(() -> lock(directory), progress)) {
      PassageIndex built = anew ? null : read(contents);
      if (built == null) {
        makeWay(directory);
        update(directory, contents, anew, builder, progress);
        lock.ensureValid();
        built = read(contents);
      }
      if (built == null) {
        throw new IOException("what was written cannot be read again");
      }
      return built;
    }
  }

  void update(Directory directory, Contents contents, boolean anew, IndexBuilder builder,
      BuildProgress progress) throws IOException {
    try (LuceneUpdate update = LuceneUpdate.begin(directory, contents.key(), analyzer, !anew)) {
      builder.build(contents, update, progress);
    } catch (IOException | RuntimeException | Error e) {
      // A writer that a full disk or too little memory ends leaves behind what it had written.
      try {
        LuceneUpdate.removeLeftovers(directory);
      } catch (IOException | RuntimeException | Error more) {
        e.addSuppressed(more);
      }
      throw e;
    }
  }

  private static Optional<Lock> lock(Directory directory) throws IOException {
    try {
      return Optional.of(directory.obtainLock(LOCK));
    } catch (LockObtainFailedException e) {
      return Optional.empty();
    }
  }

  /**
   * Makes sure that a commit can be written after the one that is there, which Lucene refuses where that
   * is damaged or lacks files.
   */
  private void makeWay(Directory directory) throws IOException {
    if (!DirectoryReader.indexExists(directory)) {
      return;
    }
    boolean ours = true;
    boolean whole = false;
    try {
      SegmentInfos commit = SegmentInfos.readLatestCommit(directory);
      ours = commit.getUserData().containsKey(LuceneUpdate.KEY);
      whole = Set.of(directory.listAll()).containsAll(commit.files(true));
    } catch (IOException | RuntimeException e) {
      requireDamage(e);
      log.warn("The commit in {} cannot be read: {}", path, e.toString());
    }
    if (!ours) {
      throw new IndexException("The index in " + path
          + " belongs to another program; set READING_ROOM_HOME to a folder of Reading Room's own.");
    }
    if (!whole) {
      for (String file : directory.listAll()) {
        if (file.startsWith(IndexFileNames.SEGMENTS)) {
          directory.deleteFile(file); // without it, the writer takes the other files for leftovers
        }
      }
    }
  }
}
