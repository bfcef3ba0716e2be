#include "ui/window/chain_series.h"

#include "engine/base/error.h"
#include "engine/base/thread_priority.h"
#include "ui/support/error_text.h"
#include "ui/support/pictures.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QThread>

#include <exception>
#include <utility>

namespace rbm {

namespace {

constexpr int kTellEvery = 100; ///< ms

struct Cancelled {};

/// The pictures stand here until all are there; goes with them unless it was moved into place.
class FolderToBe {
public:
    explicit FolderToBe(const QString &target)
        : m_target(target), m_folder(QFileInfo(target).absolutePath() + QStringLiteral("/.") +
                                     QFileInfo(target).fileName() + QStringLiteral("-XXXXXX")) {
        if (QFileInfo::exists(target) && (!QFileInfo(target).isDir() || !QDir(target).isEmpty()))
            fail(Sentence("it is there already; choose another name"));
        if (!m_folder.isValid())
            fail(Sentence::asItIs(m_folder.errorString().toStdString()));
    }

    QString file(const QString &name) const { return m_folder.filePath(name); }

    void moveIntoPlace() {
        QDir().rmdir(m_target); // an empty one
        // Temporary folders are for their owner only; this one is to be as any other.
        QFile::setPermissions(m_folder.path(), QFile::permissions(m_folder.path()) |
                                                   QFile::ReadGroup | QFile::ExeGroup |
                                                   QFile::ReadOther | QFile::ExeOther);
        if (!QDir().rename(m_folder.path(), m_target))
            fail(Sentence("it cannot be moved into place"));
        m_folder.setAutoRemove(false);
    }

private:
    [[noreturn]] void fail(const Sentence &reason) const {
        throw Error(
            Sentence("Cannot save the pictures in %1: %2.", m_target.toStdString(), reason));
    }

    QString m_target;
    QTemporaryDir m_folder;
};

QString nameOf(std::uint64_t step) {
    return QStringLiteral("step-%1.png")
        .arg(static_cast<qulonglong>(step), 4, 10, QLatin1Char('0'));
}

} // namespace

std::vector<std::uint64_t> seriesSteps(std::uint64_t newest, int every) {
    std::vector<std::uint64_t> steps;
    for (std::uint64_t step = 0; step < newest; step += static_cast<std::uint64_t>(every))
        steps.push_back(step);
    steps.push_back(newest);
    return steps;
}

ChainSeries::ChainSeries(QObject *parent) : QObject(parent) {}

ChainSeries::~ChainSeries() {
    cancel();
    if (m_thread != nullptr)
        m_thread->wait();
}

void ChainSeries::start(std::shared_ptr<ChainReplay> chains, const SeriesPlan &plan) {
    m_thread.reset(QThread::create([this, chains = std::move(chains), plan] {
        lowerPriorityOfThisThread(); // the window's thread and the training go first
        try {
            run(*chains, plan);
        } catch (const Cancelled &) {
            emit failed(QString());
        } catch (const std::exception &error) {
            emit failed(errorText(error));
        }
    }));
    m_thread->start();
}

void ChainSeries::run(ChainReplay &chains, const SeriesPlan &plan) {
    const std::vector<std::uint64_t> steps = seriesSteps(chains.record().newest, plan.every);
    const int total = static_cast<int>(steps.size());
    FolderToBe folder(plan.folder);
    QElapsedTimer told;
    told.start();
    for (int at = 0; at < total; ++at) {
        if (m_cancelled.load())
            throw Cancelled{};
        const std::uint64_t step = steps[static_cast<std::size_t>(at)];
        GridContent grid = plan.grid;
        grid.samples = std::make_shared<const std::vector<float>>(chains.probabilities(step));
        QImage picture = gridPicture(grid, plan.scale);
        addTexts(picture, plan.texts);
        addTexts(picture,
                 {{QStringLiteral("Chain step"), QString::number(static_cast<qulonglong>(step))}});
        savePng(picture, folder.file(nameOf(step)).toStdString());
        if (told.elapsed() >= kTellEvery) {
            told.restart();
            emit progressed(at + 1, total);
        }
    }
    folder.moveIntoPlace();
    emit finished(total);
}

} // namespace rbm
