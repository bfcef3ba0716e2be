#pragma once

#include "ui/session/chain_replay.h"
#include "ui/window/exports.h"

#include <QObject>
#include <QString>

#include <atomic>
#include <memory>
#include <vector>

class QThread;

namespace rbm {

/// What a series of pictures is made of.
struct SeriesPlan {
    QString folder; ///< is made; must not be there yet, or be empty
    int every = 50; ///< a picture of step 0, of each `every`-th, and of the newest
    int scale = 1;
    GridContent grid; ///< but for the samples
    PictureTexts texts;
};

/// The steps of which there is a picture, ascending.
std::vector<std::uint64_t> seriesSteps(std::uint64_t newest, int every);

/// Writes the chains' evolution as a folder of pictures, step-0000.png and so on, on a thread of
/// its own. The folder appears when all of them are written: where that fails or is cancelled
/// nothing is left. Lives on the window's thread.
class ChainSeries : public QObject {
    Q_OBJECT
public:
    explicit ChainSeries(QObject *parent = nullptr);
    /// Cancels, and waits for the picture under way.
    ~ChainSeries() override;

    /// Once only; finished() or failed() ends it.
    void start(std::shared_ptr<ChainReplay> chains, const SeriesPlan &plan);
    void cancel() { m_cancelled.store(true); }

signals:
    void progressed(int done, int total);
    void finished(int pictures);
    /// Empty where it was cancelled.
    void failed(const QString &sentence);

private:
    void run(ChainReplay &chains, const SeriesPlan &plan);

    std::atomic<bool> m_cancelled{false};
    std::unique_ptr<QThread> m_thread;
};

} // namespace rbm
