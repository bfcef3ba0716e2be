#include "ui/window/notice_bar.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStyle>
#include <QUrl>

namespace rbm {

NoticeBar::NoticeBar(QWidget *parent) : QFrame(parent) {
    setObjectName(QStringLiteral("noticeBar"));
    m_text = new QLabel(this);
    m_text->setObjectName(QStringLiteral("noticeText"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_progress = new QProgressBar(this);
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(180);
    m_progress->hide();
    m_buttons = new QHBoxLayout;
    m_buttons->setSpacing(8);
    m_dismiss = new QPushButton(tr("Dismiss"), this);
    m_dismiss->setFocusPolicy(Qt::TabFocus);
    connect(m_dismiss, &QPushButton::clicked, this, &QWidget::hide);
    m_buttons->addWidget(m_dismiss);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 8, 8, 8);
    layout->setSpacing(14);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_progress);
    layout->addLayout(m_buttons);
    hide();
}

QString NoticeBar::text() const { return m_text->text(); }

void NoticeBar::showNotice(Kind kind, const QString &text, const std::vector<Action> &actions) {
    setProperty("kind", kind == Kind::Warning ? "warning" : "information");
    style()->unpolish(this);
    style()->polish(this);
    m_text->setText(text);
    setAccessibleName(text);
    setProgress(-1);
    clearButtons();
    for (const Action &action : actions)
        addAction(action);
    show();
    emit told(kind, text);
}

NoticeBar::Action NoticeBar::showInFolder(const QString &path) {
    return {tr("Show in folder"), [folder = QFileInfo(path).absolutePath()] {
                QDesktopServices::openUrl(QUrl::fromLocalFile(folder));
            }};
}

void NoticeBar::clearButtons() {
    while (m_buttons->count() > 1) { // the last dismisses
        QLayoutItem *item = m_buttons->takeAt(0);
        // Later: one of them may be the one whose click brought us here.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
}

void NoticeBar::addAction(const Action &action) {
    const int at = m_buttons->count() - 1;
    auto *button = new QPushButton(action.first, this);
    button->setAutoDefault(true);
    // A click takes no focus: the button goes with the notice, and the focus would go on to
    // whatever stands next.
    button->setFocusPolicy(Qt::TabFocus);
    connect(button, &QPushButton::clicked, this, [this, button, run = action.second] {
        hide();
        emit chosen(button->text());
        run(); // may show the next notice
    });
    // New ones come to the end of the Tab order, but stand in the middle of the window.
    QWidget *before = at == 0 ? m_dismiss : m_buttons->itemAt(at - 1)->widget();
    m_buttons->insertWidget(at, button);
    setTabOrder(before, button);
    setTabOrder(button, m_dismiss);
}

void NoticeBar::setProgress(double progress) {
    m_progress->setVisible(progress >= 0);
    m_progress->setValue(static_cast<int>(1000 * progress));
}

} // namespace rbm
