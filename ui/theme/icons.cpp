#include "ui/theme/icons.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

// Resources of a static library are only found once asked for, outside of any namespace.
static void initIconsResource() { Q_INIT_RESOURCE(rbm_icons); }

namespace rbm {

namespace {

/// Draws at whatever size and pixel ratio it is asked for.
class SvgIcon : public QIconEngine {
public:
    SvgIcon(QByteArray svg, const QColor &colour, const QColor &disabled)
        : m_svg(std::move(svg)), m_colour(colour), m_disabled(disabled) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override {
        QByteArray svg = m_svg;
        svg.replace("currentColor",
                    (mode == QIcon::Disabled ? m_disabled : m_colour).name().toLatin1());
        QSvgRenderer(svg).render(painter, rect);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap result(size);
        result.fill(Qt::transparent);
        QPainter painter(&result);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return result;
    }

    QIconEngine *clone() const override { return new SvgIcon(*this); }

private:
    QByteArray m_svg;
    QColor m_colour;
    QColor m_disabled;
};

} // namespace

QIcon icon(const QString &name, const Theme &theme, bool onAccent) {
    return icon(name, theme, onAccent ? theme.onAccent : theme.text2);
}

QIcon icon(const QString &name, const Theme &theme, const QColor &colour) {
    initIconsResource();
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QIcon(new SvgIcon(file.readAll(), colour, theme.earlier));
}

} // namespace rbm
