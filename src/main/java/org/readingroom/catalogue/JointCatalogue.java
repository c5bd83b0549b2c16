package org.readingroom.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.readingroom.search.Filters;

/**
 * Answers questions about several collections that are asked together: each for itself, under its title, those that
 * have something to show first.
 */
public final class JointCatalogue implements CollectionAnswers {

  private final List<Part> parts;

  /**
   * One of the collections.
   *
   * @param catalogue its catalogue as the collection is when it is asked for
   */
  public record Part(Supplier<String> title, Supplier<Catalogue> catalogue) {}

  public JointCatalogue(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  /**
   * What one collection has to say.
   *
   * @param open whether others may have more to say of what was asked
   */
  private record Said(String title, Finding finding, boolean open) {

    boolean shows() {
      return !finding.places().isEmpty() || !finding.documents().isEmpty();
    }

    Finding titled() {
      String name = "“" + title + "”";
      return finding.opening().contains(name)
          ? finding
          : new Finding("In " + name + ": " + finding.opening(), finding.places(), finding.closing(),
              finding.documents());
    }
  }

  @Override
  public List<Finding> answers(String question, List<String> earlier, Filters filters, int most) {
    List<Said> said = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    RuntimeException first = null;
    for (Part part : parts) {
      try {
        Catalogue catalogue = part.catalogue().get();
        Optional<Finding> finding = catalogue.answer(question, earlier, filters,
            Math.max(1, most / parts.size()));
        if (finding.isPresent() && catalogue.isSmallTalk(question)) {
          return List.of(finding.get());
        }
        finding.ifPresent(
            found -> said.add(new Said(part.title().get(), found, catalogue.isOpen(question))));
      } catch (RuntimeException e) {
        first = first == null ? e : first;
        leftOut.add(part.title().get());
      }
    }
    boolean byAll = said.size() + leftOut.size() == parts.size();
    if (said.isEmpty() || !byAll && said.stream().anyMatch(Said::open)) {
      return none(leftOut, first);
    }
    return written(said, leftOut, most);
  }

  /** A question that no catalogue knows is one in the documents; where none could be asked, none is known. */
  private List<Finding> none(List<String> leftOut, @Nullable RuntimeException first) {
    if (first != null && leftOut.size() == parts.size()) {
      throw first;
    }
    return List.of();
  }

  private static List<Finding> written(List<Said> said, List<String> leftOut, int most) {
    List<Said> showing = said.stream().filter(Said::shows).toList();
    List<Said> shown = showing.isEmpty() ? said : showing.stream().limit(most).toList();
    List<Finding> findings = new ArrayList<>(shown.stream().map(Said::titled).toList());
    if (!showing.isEmpty()) {
      remark("More is in ", showing.stream().skip(most).map(Said::title).toList(), findings);
      remark("There is nothing of the kind in ",
          said.stream().filter(each -> !each.shows()).map(Said::title).toList(), findings);
    }
    remark("At present these cannot be asked: ", leftOut, findings);
    return findings;
  }

  private static void remark(String words, List<String> titles, List<Finding> findings) {
    if (!titles.isEmpty()) {
      findings.add(Finding.said(words
          + titles.stream().map(title -> "“" + title + "”").collect(Collectors.joining(", ")) + "."));
    }
  }
}
