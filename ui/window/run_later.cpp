#include "ui/window/run_later.h"

#include "ui/support/error_text.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

#include <exception>
#include <utility>

namespace rbm {

void runLater(std::function<void()> work, QObject *receiver,
              std::function<void(const QString &)> done) {
    const QPointer<QObject> target(receiver);
    QThreadPool::globalInstance()->start([work = std::move(work), target, done = std::move(done)] {
        QString trouble;
        try {
            work();
        } catch (const std::exception &error) {
            trouble = errorText(error);
        }
        // The application outlives the pool's work; the receiver may not.
        QMetaObject::invokeMethod(
            qApp,
            [target, done, trouble] {
                if (target)
                    done(trouble);
            },
            Qt::QueuedConnection);
    });
}

} // namespace rbm
