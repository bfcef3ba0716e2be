#include "ui/window/exporter.h"

#include "ui/session/saving.h"
#include "ui/session/session.h"
#include "ui/support/pictures.h"
#include "ui/widgets/likelihood_plot.h"
#include "ui/window/chain_series.h"
#include "ui/window/export_panel.h"
#include "ui/window/gibbs_workspace.h"
#include "ui/window/last_folder.h"
#include "ui/window/notice_bar.h"
#include "ui/window/run_later.h"
#include "ui/window/runs_workspace.h"
#include "ui/window/train_workspace.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

#include <utility>

namespace rbm {

namespace {

QString usualName(ExportKind kind) {
    switch (kind) {
    case ExportKind::Samples:
        return QStringLiteral("samples");
    case ExportKind::Evolution:
        return QStringLiteral("evolution");
    case ExportKind::Filters:
        return QStringLiteral("filters");
    case ExportKind::Plot:
        return QStringLiteral("likelihood");
    case ExportKind::Runs:
        break;
    }
    return QStringLiteral("runs");
}

QString filterOf(ExportFormat format) {
    switch (format) {
    case ExportFormat::Svg:
        return Exporter::tr("Drawings (*.svg)");
    case ExportFormat::Pdf:
        return Exporter::tr("Documents (*.pdf)");
    case ExportFormat::Csv:
        return Exporter::tr("Tables (*.csv)");
    case ExportFormat::Png:
        break;
    }
    return Exporter::tr("Pictures (*.png)");
}

QString sizeText(QSize size) {
    // On one line, wherever it stands.
    return Exporter::tr("%1\u00a0×\u00a0%2\u00a0pixels").arg(size.width()).arg(size.height());
}

/// The table beside a plot.
QString tableBeside(const QString &path) {
    const QFileInfo info(path);
    return info.dir().filePath(info.completeBaseName() + QStringLiteral(".csv"));
}

} // namespace

Exporter::Exporter(Session &session, NoticeBar &notices, LastFolder &lastFolder,
                   const ExportSources &sources, QWidget *around)
    : QObject(around), m_session(session), m_notices(notices), m_lastFolder(lastFolder),
      m_sources(sources), m_around(around), m_panel(new ExportPanel(around)) {
    m_panel->setDescribe([this](const ExportChoice &choice) { return describe(choice); });
    connect(m_panel, &ExportPanel::saveWanted, this, &Exporter::ask);
    connect(&m_session, &Session::snapshotTaken, this, [this] {
        if (m_panel->isVisible() && has(ExportKind::Filters))
            m_panel->addFilters();
        m_panel->refresh();
    });
    connect(&m_session, &Session::chainsRecorded, this, &Exporter::startSeries);
}

Exporter::~Exporter() = default;

bool Exporter::wantsFilters() const { return m_panel->isVisible() || m_filtersAsked; }

bool Exporter::isWriting() const { return m_series != nullptr; }

bool Exporter::has(ExportKind kind) const {
    switch (kind) {
    case ExportKind::Samples:
    case ExportKind::Evolution:
        return m_sources.gibbs->hasSamples();
    case ExportKind::Filters:
        return m_session.snapshot().filters != nullptr;
    case ExportKind::Runs:
        return m_sources.runs->hasCurves();
    case ExportKind::Plot:
        break;
    }
    return m_session.snapshot().state != RunState::NoData;
}

void Exporter::offer(ExportKind kind) {
    std::vector<ExportKind> kinds;
    for (const ExportKind each : {ExportKind::Plot, ExportKind::Filters, ExportKind::Samples,
                                  ExportKind::Evolution, ExportKind::Runs}) {
        if (has(each))
            kinds.push_back(each);
    }
    if (!has(kind))
        return;
    m_panel->offer(kinds, kind);
    m_session.lookNow(); // for the filters, where the workspace shows none
}

QString Exporter::describe(const ExportChoice &choice) const {
    if (!has(choice.kind))
        return {};
    const TrainingSnapshot &now = m_session.snapshot();
    switch (choice.kind) {
    case ExportKind::Samples: {
        const GridContent grid = m_sources.gibbs->grid();
        return sizeText(
            gridPictureSize(static_cast<std::size_t>(now.chains.count), grid, choice.scale));
    }
    case ExportKind::Evolution:
        return describeSeries(choice);
    case ExportKind::Filters:
        return sizeText(filterPictureSize(now, choice.scale));
    case ExportKind::Plot:
    case ExportKind::Runs:
        break;
    }
    if (choice.format == ExportFormat::Csv)
        return tr("A line for each check of the likelihood.");
    if (choice.format != ExportFormat::Png)
        return tr("Lines and text, sharp at any size; light theme.");
    return tr("%1, light theme.").arg(sizeText(kPlotSize * kPlotPixels * choice.scale));
}

QString Exporter::describeSeries(const ExportChoice &choice) const {
    const ChainView &chains = m_session.snapshot().chains;
    const auto pictures = seriesSteps(chains.live, choice.every).size();
    const QString size = sizeText(gridPictureSize(static_cast<std::size_t>(chains.count),
                                                  m_sources.gibbs->grid(), choice.scale));
    if (chains.running) // and goes on while a name is chosen
        return tr("A folder of pictures, from step 0 to the newest when it is saved, each %1.")
            .arg(size);
    return tr("A folder of %1 pictures, from step 0 to %2, each %3.")
        .arg(pictures)
        .arg(chains.live)
        .arg(size);
}

void Exporter::ask(ExportChoice choice) {
    m_filtersAsked = choice.kind == ExportKind::Filters;
    const QString path = askWhere(choice);
    if (path.isEmpty())
        m_filtersAsked = false;
    else
        save(choice, path);
}

/// A known ending that was typed counts more than the choice of before.
QString Exporter::askWhere(ExportChoice &choice) {
    const bool isFolder = choice.kind == ExportKind::Evolution;
    const bool isPlot = choice.kind == ExportKind::Plot || choice.kind == ExportKind::Runs;
    const QString ending = QLatin1Char('.') + suffixOf(choice.format);
    const QString usual =
        m_lastFolder.fileNamed(usualName(choice.kind) + (isFolder ? QString() : ending));
    QString path = QFileDialog::getSaveFileName(
        m_around->window(), isFolder ? tr("Name the new folder of pictures") : tr("Export"), usual,
        isFolder ? tr("Folders (*)") : filterOf(choice.format));
    if (path.isEmpty())
        return path;
    m_lastFolder.chose(path);
    if (isFolder)
        return path;
    if (isPlot)
        choice.format = formatOf(QFileInfo(path).suffix(), choice.format);
    if (QFileInfo(path).suffix().isEmpty())
        path += ending;
    return isPlot && choice.format != ExportFormat::Csv && !mayReplaceTable(path) ? QString()
                                                                                  : path;
}

/// The dialog asked about the picture alone. One that is there already has its table from the last
/// time.
bool Exporter::mayReplaceTable(const QString &picture) {
    const QString table = tableBeside(picture);
    if (!QFileInfo::exists(table) || QFileInfo::exists(picture))
        return true;
    QMessageBox box(QMessageBox::Question, m_around->window()->windowTitle(),
                    tr("The table beside the picture would replace %1. Replace it?").arg(table),
                    QMessageBox::Cancel, m_around->window());
    box.setObjectName(QStringLiteral("tableQuestion"));
    QPushButton *replace = box.addButton(tr("Replace"), QMessageBox::DestructiveRole);
    box.exec();
    return box.clickedButton() == replace;
}

void Exporter::save(const ExportChoice &choice, const QString &path) {
    if (!has(choice.kind))
        return;
    const TrainingSnapshot &now = m_session.snapshot();
    switch (choice.kind) {
    case ExportKind::Samples:
        saveLater(
            [grid = m_sources.gibbs->grid(), texts = chainTextsOf(now), choice, path] {
                QImage picture = gridPicture(grid, choice.scale);
                addTexts(picture, texts);
                saveTo(path, [&] { savePng(picture, path.toStdString()); });
            },
            choice, path);
        break;
    case ExportKind::Evolution:
        saveSeries(choice, path);
        break;
    case ExportKind::Filters:
        saveLater(
            [now, choice, path] {
                QImage picture = filterPicture(now, choice.scale, choice.greyscale);
                addTexts(picture, textsOf(now));
                saveTo(path, [&] { savePng(picture, path.toStdString()); });
            },
            choice, path);
        break;
    case ExportKind::Plot:
    case ExportKind::Runs:
        savePlot(choice, path);
        break;
    }
}

void Exporter::savePlot(const ExportChoice &choice, const QString &path) {
    const bool isRuns = choice.kind == ExportKind::Runs;
    const QByteArray table =
        (isRuns ? m_sources.runs->toCsv() : m_sources.train->plot()->toCsv()).toUtf8();
    if (choice.format == ExportFormat::Csv) {
        saveLater([table, path] { saveTo(path, [&] { writeBytes(table, path); }); }, choice, path);
        return;
    }
    const QPicture plot = isRuns ? m_sources.runs->toPicture(kPlotSize)
                                 : m_sources.train->plot()->toPicture(kPlotSize);
    PictureTexts texts = textsOf(m_session.snapshot());
    if (isRuns) // of several: the table beside it tells which, and their settings
        texts.resize(2);
    saveLater(
        [plot, choice, path, texts, table] {
            saveTo(path, [&] { writePlot(plot, choice, path, texts); });
            const QString beside = tableBeside(path);
            saveTo(beside, [&] { writeBytes(table, beside); });
        },
        choice, path);
}

void Exporter::saveSeries(const ExportChoice &choice, const QString &path) {
    if (isWriting()) {
        m_notices.showNotice(NoticeBar::Kind::Information,
                             tr("Pictures of the chains are being written; wait until they are "
                                "there."));
        return;
    }
    m_wanted = choice;
    m_wantedPath = path;
    m_session.recordChains();
}

void Exporter::startSeries(const std::shared_ptr<ChainReplay> &chains) {
    if (m_wantedPath.isEmpty() || isWriting())
        return;
    const TrainingSnapshot &now = m_session.snapshot();
    const ChainRecord &record = chains->record();
    const QString path = std::exchange(m_wantedPath, QString());
    SeriesPlan plan{
        path,
        m_wanted.every,
        m_wanted.scale,
        {record.start.images, nullptr, now.width, now.height, m_sources.gibbs->grid().columns},
        chainTextsOf(now)};
    m_series = new ChainSeries(this);
    const QString text = tr("Writing the chains’ evolution to %1…").arg(path);
    m_notices.showNotice(NoticeBar::Kind::Information, text, {{tr("Cancel"), [series = m_series] {
                                                                   if (series != nullptr)
                                                                       series->cancel();
                                                               }}});
    m_notices.setProgress(0);
    connect(m_series, &ChainSeries::progressed, this, [this, text](int done, int total) {
        if (m_notices.text() == text) // another notice may stand there by now
            m_notices.setProgress(static_cast<double>(done) / total);
    });
    connect(m_series, &ChainSeries::finished, this, [this, path] {
        endSeries();
        tellSaved(path, m_wanted);
    });
    connect(m_series, &ChainSeries::failed, this,
            [this, path, choice = m_wanted](const QString &sentence) {
                endSeries();
                if (!sentence.isEmpty())
                    tellTrouble(sentence, choice, [this, choice, path] { save(choice, path); });
            });
    m_series->start(chains, plan);
}

void Exporter::endSeries() {
    m_series->deleteLater();
    m_series = nullptr;
}

void Exporter::saveLater(const std::function<void()> &work, const ExportChoice &choice,
                         const QString &path) {
    runLater(work, this, [this, work, choice, path](const QString &trouble) {
        if (trouble.isEmpty())
            tellSaved(path, choice);
        else // again the same, though the training went on
            tellTrouble(trouble, choice,
                        [this, work, choice, path] { saveLater(work, choice, path); });
    });
}

void Exporter::tellTrouble(const QString &trouble, const ExportChoice &choice,
                           const std::function<void()> &again) {
    m_notices.showNotice(
        NoticeBar::Kind::Warning, trouble,
        {{tr("Choose folder"), [this, choice] { ask(choice); }}, {tr("Retry"), again}});
}

void Exporter::tellSaved(const QString &path, const ExportChoice &choice) {
    m_filtersAsked = false;
    const bool isPlot = choice.kind == ExportKind::Plot || choice.kind == ExportKind::Runs;
    const QString text =
        isPlot && choice.format != ExportFormat::Csv
            ? tr("Saved %1, and its table %2.").arg(path, QFileInfo(tableBeside(path)).fileName())
            : tr("Saved %1.").arg(path);
    m_notices.showNotice(NoticeBar::Kind::Information, text, {NoticeBar::showInFolder(path)});
}

} // namespace rbm
