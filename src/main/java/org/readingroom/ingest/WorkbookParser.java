package org.readingroom.ingest;

import java.io.IOException;
import java.text.SimpleDateFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xssf.usermodel.XSSFCell;

/**
 * Reads workbooks of Excel row by row, each sheet a section; cells read as they are displayed.
 *
 * <p>
 * A date that Excel displays as each reader's country writes dates is read as ISO writes it.
 */
final class WorkbookParser {

  private static final int MOST_COLUMNS = 2_000;

  private final DocumentWriter writer;
  private final DataFormatter formatter = new DataFormatter();

  private WorkbookParser(DocumentWriter writer) {
    this.writer = writer;
    formatter.setUseCachedValuesForFormulaCells(true);
    formatter.addFormat("m/d/yy", new SimpleDateFormat("yyyy-MM-dd", Locale.ROOT));
    formatter.addFormat("m/d/yy h:mm", new SimpleDateFormat("yyyy-MM-dd HH:mm", Locale.ROOT));
  }

  static Extract parse(Source source) throws IOException {
    try (Workbook workbook = WorkbookFactory.create(source.file().toFile(), source.password(), true)) {
      DocumentWriter writer = source.writer();
      WorkbookParser parser = new WorkbookParser(writer);
      for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
        writer.hidden(workbook.getSheetVisibility(i) != SheetVisibility.VISIBLE);
        parser.sheet(workbook.getSheetAt(i), workbook.getNumberOfSheets() > 1);
      }
      Metadata metadata = Metadata.NONE;
      if (FormatDetector.isZip(source.file())) {
        try (ZipParts parts = new ZipParts(source.file())) {
          metadata = OfficeProperties.read(parts);
        }
      }
      return Extract.of(writer.document("", metadata));
    } catch (EncryptedDocumentException e) {
      throw Passwords.needed(source.password());
    }
  }

  private void sheet(Sheet sheet, boolean named) {
    if (sheet.getPhysicalNumberOfRows() == 0) {
      return;
    }
    writer.endGroup();
    if (named) {
      writer.heading(1, sheet.getSheetName());
    }
    TableRows rows = new TableRows(writer);
    Map<Integer, Boolean> hidden = new HashMap<>();
    for (Row row : sheet) {
      if (!row.getZeroHeight()) {
        rows.row(cells(row, hidden));
      }
    }
  }

  /** Returns what is seen of a row, given which columns are hidden as far as that is known. */
  private List<String> cells(Row row, Map<Integer, Boolean> hidden) {
    List<String> cells = new ArrayList<>();
    int last = Math.min(row.getLastCellNum(), MOST_COLUMNS);
    for (int i = 0; i < last; i++) {
      Cell cell = row.getCell(i);
      boolean seen = cell != null && cell.getCellType() != CellType.ERROR && !isUncalculated(cell)
          && !hidden.computeIfAbsent(i, row.getSheet()::isColumnHidden);
      cells.add(seen ? formatter.formatCellValue(cell) : "");
    }
    return cells;
  }

  /** Tells whether a cell is a formula whose value no program has calculated yet. */
  private static boolean isUncalculated(Cell cell) {
    return cell.getCellType() == CellType.FORMULA && cell instanceof XSSFCell formula
        && (formula.getRawValue() == null || formula.getRawValue().isEmpty());
  }
}
