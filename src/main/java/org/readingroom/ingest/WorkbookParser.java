package org.readingroom.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;

/** Reads workbooks of Excel row by row, each sheet a section; cells read as they are displayed. */
final class WorkbookParser {

  private static final int MOST_COLUMNS = 2_000;

  private final DocumentWriter writer;
  private final DataFormatter formatter = new DataFormatter();

  private WorkbookParser(DocumentWriter writer) {
    this.writer = writer;
    formatter.setUseCachedValuesForFormulaCells(true);
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
    for (Row row : sheet) {
      if (!row.getZeroHeight()) {
        rows.row(cells(row));
      }
    }
  }

  private List<String> cells(Row row) {
    List<String> cells = new ArrayList<>();
    int last = Math.min(row.getLastCellNum(), MOST_COLUMNS);
    for (int i = 0; i < last; i++) {
      Cell cell = row.getCell(i);
      cells.add(cell == null || cell.getCellType() == CellType.ERROR ? "" : formatter.formatCellValue(cell));
    }
    return cells;
  }
}
