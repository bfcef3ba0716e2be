#pragma once

#include <QByteArray>
#include <QStringList>

#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

extern char **environ; // NOLINT(readability-redundant-declaration): POSIX leaves it to the program

namespace rbm::test {

/// How a program ended, and what it took.
struct Ending {
    int code = -1;  ///< of its exit; -1: a signal
    int signal = 0; ///< which ended it
    QByteArray err; ///< what it wrote on standard error
    long peakKiB = 0;
};

/// Runs a program to its end without its standard output. One that neither writes nor ends for
/// two minutes is killed. Not QProcess: that does not tell the peak of the memory.
inline Ending runWatched(const QString &program, const QStringList &args) {
    std::vector<QByteArray> texts = {program.toLocal8Bit()};
    for (const QString &arg : args)
        texts.push_back(arg.toLocal8Bit());
    std::vector<char *> pointers;
    for (QByteArray &text : texts)
        pointers.push_back(text.data());
    pointers.push_back(nullptr);
    int ends[2] = {-1, -1};
    if (::pipe2(ends, O_CLOEXEC) != 0)
        return {};
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDERR_FILENO);
    pid_t child = -1;
    const int failed =
        ::posix_spawn(&child, pointers[0], &actions, nullptr, pointers.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    ::close(ends[1]);
    Ending ending;
    char buffer[4096];
    while (failed == 0) {
        constexpr int kPatience = 120000; // milliseconds
        pollfd readable{ends[0], POLLIN, 0};
        if (::poll(&readable, 1, kPatience) == 0)
            ::kill(child, SIGKILL);
        const ssize_t got = ::read(ends[0], buffer, sizeof buffer);
        if (got <= 0)
            break;
        ending.err.append(buffer, got);
    }
    ::close(ends[0]);
    int status = 0;
    rusage usage{};
    if (failed != 0 || ::wait4(child, &status, 0, &usage) != child)
        return ending;
    ending.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    ending.signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    ending.peakKiB = usage.ru_maxrss;
    return ending;
}

} // namespace rbm::test
