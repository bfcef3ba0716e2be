#include "ui/window/exports.h"

#include "engine/base/atomic_file.h"
#include "ui/support/pictures.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPointer>
#include <QSaveFile>
#include <QThreadPool>

#include <algorithm>
#include <exception>
#include <span>
#include <utility>

namespace rbm {

namespace {

constexpr int kColumns = 25;
constexpr int kScaleHeight = 28;

void runLater(const std::function<void()> &work, QObject *receiver,
              std::function<void(const QString &)> done) {
    const QPointer<QObject> target(receiver);
    QThreadPool::globalInstance()->start([work, target, done = std::move(done)] {
        QString trouble;
        try {
            work();
        } catch (const std::exception &error) {
            trouble = QString::fromUtf8(error.what());
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

void drawScale(QPainter &painter, const QRect &area, float scale, const ColourTable &colours) {
    const QRect bar(area.center().x() - 60, area.top() + 10, 120, 8);
    for (int x = 0; x < bar.width(); ++x) {
        const auto entry = static_cast<std::size_t>(x) * (colours.size() - 1) /
                           static_cast<std::size_t>(bar.width() - 1);
        painter.fillRect(bar.left() + x, bar.top(), 1, bar.height(), QColor(colours[entry]));
    }
    painter.setFont(numberFont(11));
    const QString number = QString::number(static_cast<double>(scale), 'g', 2);
    painter.drawText(QRect(area.left(), area.top(), bar.left() - 6 - area.left(), area.height()),
                     Qt::AlignRight | Qt::AlignVCenter, QStringLiteral("−") + number);
    painter.drawText(QRect(bar.right() + 6, area.top(), 80, area.height()), Qt::AlignVCenter,
                     QStringLiteral("+") + number);
}

} // namespace

void saveImageLater(const QImage &image, const QString &path, QObject *receiver,
                    std::function<void(const QString &)> done) {
    runLater([image, path] { savePng(image, path.toStdString()); }, receiver, std::move(done));
}

void saveTextLater(const QByteArray &text, const QString &path, QObject *receiver,
                   std::function<void(const QString &)> done) {
    runLater(
        [text, path] {
            writeFileAtomically(
                path.toStdString(),
                std::as_bytes(std::span(text.constData(), static_cast<std::size_t>(text.size()))));
        },
        receiver, std::move(done));
}

void describe(QImage &image, const TrainingSnapshot &snapshot) {
    image.setText(QStringLiteral("Software"),
                  QStringLiteral("RBM Explorer ") + QCoreApplication::applicationVersion());
    image.setText(QStringLiteral("Update"),
                  QString::number(static_cast<qulonglong>(snapshot.update)));
    image.setText(QStringLiteral("Epoch"), QString::number(snapshot.epoch(), 'f', 3));
    image.setText(QStringLiteral("Settings"), QString::fromStdString(toJson(snapshot.config)));
}

QImage filterPicture(const TrainingSnapshot &snapshot) {
    const auto width = static_cast<int>(snapshot.width);
    const auto height = static_cast<int>(snapshot.height);
    const auto count = static_cast<int>(snapshot.filters->size()) / (width * height);
    const int columns = std::min(kColumns, count);
    const int rows = (count + columns - 1) / columns;
    const ColourTable colours = weightColours(ThemeKind::Light);
    QImage image(std::max(280, columns * (width + 1) + 1), rows * (height + 1) + 1 + kScaleHeight,
                 QImage::Format_RGB32);
    image.fill(theme(ThemeKind::Light).border);
    for (int tile = 0; tile < count; ++tile) {
        const int left = 1 + tile % columns * (width + 1);
        const int top = 1 + tile / columns * (height + 1);
        const auto first =
            static_cast<std::size_t>(tile) * static_cast<std::size_t>(width * height);
        for (int at = 0; at < width * height; ++at) {
            const float value = (*snapshot.filters)[first + static_cast<std::size_t>(at)];
            const float place = std::clamp(value / snapshot.filterScale, -1.0F, 1.0F);
            const auto entry = static_cast<std::size_t>(std::min((place + 1) * 256, 511.0F));
            image.setPixel(left + at % width, top + at / width, colours[entry]);
        }
    }
    QPainter painter(&image);
    const QRect foot(0, image.height() - kScaleHeight, image.width(), kScaleHeight);
    painter.fillRect(foot, Qt::white);
    painter.setPen(theme(ThemeKind::Light).text);
    drawScale(painter, foot, snapshot.filterScale, colours);
    return image;
}

} // namespace rbm
