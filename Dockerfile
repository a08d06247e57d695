# The server with its built browser code. Data in /data, or PostgreSQL by DATABASE_URL.
FROM node:24-slim AS build
WORKDIR /vetrina
COPY . .
RUN npm ci --no-audit --no-fund \
  && (cd apps/widget && npx vite build) \
  && (cd apps/dashboard && npx vite build) \
  && npm prune --omit=dev --omit=optional

FROM node:24-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 DATA_DIR=/data
WORKDIR /vetrina
COPY --from=build /vetrina ./
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 4000
HEALTHCHECK --start-period=30s CMD ["node", "-e", "fetch('http://127.0.0.1:'+process.env.PORT+'/healthz').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
CMD ["node", "--max-semi-space-size=16", "apps/server/src/main.ts"]
