#pragma once

#include "ui/window/exports.h"

#include <QObject>
#include <QPointer>
#include <QString>

#include <functional>
#include <memory>
#include <vector>

namespace rbm {

class ChainReplay;
class ChainSeries;
class ExportPanel;
class GibbsWorkspace;
class LastFolder;
class NoticeBar;
class RunsWorkspace;
class Session;
class TrainWorkspace;

/// Where the exported things come from.
struct ExportSources {
    TrainWorkspace *train;
    GibbsWorkspace *gibbs;
    RunsWorkspace *runs;
};

/// Asks what to export with the pane, then where, takes a snapshot and has it written on
/// another thread; the notice bar tells how it went. Lives on the window's thread.
class Exporter : public QObject {
    Q_OBJECT
public:
    /// `around` is where the pane opens.
    Exporter(Session &session, NoticeBar &notices, LastFolder &lastFolder,
             const ExportSources &sources, QWidget *around);
    ~Exporter() override;

    /// Whether there is anything of this kind now.
    bool has(ExportKind kind) const;
    /// Opens the pane.
    void offer(ExportKind kind);
    /// Writes without a question; does nothing where there is nothing of the kind.
    void save(const ExportChoice &choice, const QString &path);
    /// Whether the next snapshots should have them, whatever workspace is open.
    bool wantsFilters() const;
    /// Whether a series of pictures is being written.
    bool isWriting() const;

private:
    QString describe(const ExportChoice &choice) const;
    QString describeSeries(const ExportChoice &choice) const;
    void ask(ExportChoice choice);
    QString askWhere(ExportChoice &choice);
    void savePlot(const ExportChoice &choice, const QString &path);
    void saveSeries(const ExportChoice &choice, const QString &path);
    void startSeries(const std::shared_ptr<ChainReplay> &chains);
    void endSeries();
    /// `choice`: what to ask for another place with, where it cannot be written.
    void saveLater(const std::function<void()> &work, const ExportChoice &choice,
                   const QString &path);
    bool mayReplaceTable(const QString &picture);
    void tellSaved(const QString &path, const ExportChoice &choice);
    void tellTrouble(const QString &trouble, const ExportChoice &choice,
                     const std::function<void()> &again);

    Session &m_session;
    NoticeBar &m_notices;
    LastFolder &m_lastFolder;
    ExportSources m_sources;
    QWidget *m_around;
    ExportPanel *m_panel;
    ExportChoice m_wanted; ///< the series that waits for the chains
    QString m_wantedPath;
    QPointer<ChainSeries> m_series;
    bool m_filtersAsked = false; ///< and not saved yet
};

} // namespace rbm
