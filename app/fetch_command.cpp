#include "app/fetch_command.h"

#include "app/command_line.h"
#include "ui/support/data_folder.h"
#include "ui/support/mnist_download.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFile>
#include <QTimer>
#include <fmt/format.h>

#include <iostream>
#include <memory>
#include <optional>
#include <unistd.h>

namespace rbm {

namespace {

constexpr int kStopCheckMilliseconds = 50;

struct FetchOptions {
    std::string data;
    std::vector<std::string> mirrors;
};

/// Qt's network needs an application object; a test has one already.
class ApplicationIfNone {
public:
    ApplicationIfNone() {
        if (QCoreApplication::instance() == nullptr)
            m_application.emplace(m_count, m_arguments);
    }

private:
    int m_count = 1;
    char m_name[4] = "rbm";
    char *m_arguments[2] = {m_name, nullptr};
    std::optional<QCoreApplication> m_application;
};

/// A line on the terminal that is written over; nothing in a log.
class ProgressLine {
public:
    explicit ProgressLine(std::ostream &err)
        : m_err(err), m_shown(&err == &std::cerr && ::isatty(STDERR_FILENO) == 1) {}
    ProgressLine(const ProgressLine &) = delete;
    ProgressLine &operator=(const ProgressLine &) = delete;
    ~ProgressLine() {
        if (m_begun)
            m_err << std::endl;
    }

    void show(qint64 received, qint64 total) {
        if (!m_shown)
            return;
        constexpr double kMegabyte = 1e6;
        m_err << fmt::format("\rGetting MNIST: {:.1f} of {:.1f} MB",
                             static_cast<double>(received) / kMegabyte,
                             static_cast<double>(total) / kMegabyte)
              << std::flush;
        m_begun = true;
    }

private:
    std::ostream &m_err;
    bool m_shown;
    bool m_begun = false;
};

int run(const FetchOptions &options, Console &console) {
    if (options.data == kStarterData)
        throw UsageError("The starter digits are compiled in: name a folder with --data.");
    QStringList mirrors = mnistMirrors();
    if (!options.mirrors.empty())
        mirrors.clear();
    for (const std::string &mirror : options.mirrors)
        mirrors.append(QString::fromStdString(mirror));
    fetchFiles(dataFolder(options.data), mirrors, mnistFiles(), console);
    return 0;
}

} // namespace

void fetchFiles(const std::filesystem::path &folder, const QStringList &mirrors,
                const QList<DownloadFile> &files, Console &console) {
    const ApplicationIfNone application;
    MnistDownload download(QFile::decodeName(folder.c_str()), mirrors, files);
    QEventLoop loop;
    QString problem;
    const auto end = [&](const QString &sentence) {
        problem = sentence;
        loop.quit();
    };
    QObject::connect(&download, &MnistDownload::finished, &loop, [&] { end({}); });
    QObject::connect(&download, &MnistDownload::failed, &loop, end);
    QObject::connect(&download, &MnistDownload::cancelled, &loop,
                     [&] { end(MnistDownload::cancelledSentence()); });
    QTimer stopCheck; // a signal handler may do no more than set the flag
    QObject::connect(&stopCheck, &QTimer::timeout, &download, [&] {
        if (stopRequested.load())
            download.cancel();
    });
    stopCheck.start(kStopCheckMilliseconds);
    {
        ProgressLine line(console.err);
        QObject::connect(&download, &MnistDownload::progressed, &loop,
                         [&](qint64 received, qint64 total) { line.show(received, total); });
        download.start();
        loop.exec();
    }
    if (!problem.isEmpty())
        throw Error(problem.toStdString());
    console.out << "MNIST is in " << folder.string() << ".\n";
}

Command makeFetchCommand(CLI::App &parent) {
    auto options = std::make_shared<FetchOptions>();
    CLI::App *app = parent.add_subcommand("fetch", "Gets the files of MNIST that are missing");
    app->add_option("--data", options->data,
                    "Folder to put them into; else $RBM_DATA_DIR, else the user's data folder")
        ->type_name("DIR");
    app->add_option(
           "--mirror", options->mirrors,
           "HTTPS address of a folder with the .gz files, instead of the known ones; may be "
           "repeated")
        ->type_name("URL")
        ->default_str({}) // newer releases of CLI11 would say "[{}]"
        ->allow_extra_args(false);
    return {app, [options](Console &console) { return run(*options, console); }};
}

} // namespace rbm
